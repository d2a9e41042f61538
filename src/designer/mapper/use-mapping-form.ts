import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  schemaAt,
  titleOf,
  wordsOf,
  type Json,
  type JsonPath,
  type JsonSchema,
  type Text,
} from '../../shared/index.ts';
import { exampleOf } from '../../catalog/index.ts';
import {
  checkBinding,
  inferType,
  isBinding,
  setAt,
  type Binding,
  type Condition,
  type SlotContent,
} from '../../mapping/index.ts';
import { inputSchemaOf, operationOf, sourcesOf } from '../../flow/index.ts';
import { useDocument, useSamples, useWorkbench } from '../state/workbench.ts';
import type { DataGroup, PendingChoice } from './data-panel.tsx';
import { sourcesSeen, type MappingDesk, type PickHow, type PickTarget } from './mapping-desk.ts';
import type { DataNode, DataSource } from './model/data-tree.ts';
import { needsListChoice, pickBinding } from './model/insertion.ts';
import { withinScope } from './model/scope.ts';

interface MappingForm {
  readonly desk: MappingDesk;
  readonly facts: {
    readonly operationTitle: string;
    readonly slotTitle: Text;
    readonly slotKind: 'value' | 'condition' | 'list' | 'key';
    readonly condition: Condition | undefined;
  };
  readonly groups: readonly DataGroup[];
  readonly pending: PendingChoice | undefined;
  readonly setCondition: (condition: Condition | undefined) => void;
}

/** Joins one slot of a step with the document, the samples and the preview thread. Undefined until the operation is chosen. */
export function useMappingForm(
  stepId: string,
  slot: string,
  openData: () => void,
): MappingForm | undefined {
  const { catalog, document, preview } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const readOnly = useDocument((state) => state.readOnly);
  const byStep = useSamples((state) => state.byStep);
  const step = flow?.steps.find(({ id }) => id === stepId);
  const operation = step && operationOf(step, catalog);
  const described = operation?.slots[slot];

  const types = useMemo(
    () => (flow === undefined ? [] : sourcesOf(flow, catalog, stepId)),
    [flow, catalog, stepId],
  );
  const sources = useMemo(
    () =>
      types.map((type): DataSource => {
        const source = flow?.steps.find(({ id }) => id === type.from);
        const told =
          source && source.shapes === undefined
            ? operationOf(source, catalog)?.sample.output
            : undefined;
        return { type, sample: byStep[type.from]?.messages[0] ?? told ?? exampleOf(type.schema) };
      }),
    [types, flow, catalog, byStep],
  );
  const groups = useDataGroups(sources);
  const root: JsonSchema = useMemo(
    () => (step === undefined ? {} : (inputSchemaOf(step, catalog, slot) ?? {})),
    [step, slot, catalog],
  );
  const content = step?.slots[slot];
  const binding = content !== undefined && isBinding(content) ? content : undefined;
  const condition = content !== undefined && !isBinding(content) ? content : undefined;
  const problems = useMemo(
    () => (described?.kind === 'condition' ? [] : checkBinding(binding, root, types)),
    [described, binding, root, types],
  );
  const result = useResult(binding, sources, preview);

  const setContent = useCallback(
    (next: SlotContent | undefined) =>
      document.apply({ type: 'step.set-slot', step: stepId, slot, content: next }),
    [document, stepId, slot],
  );
  const set = useCallback(
    (path: JsonPath, next: Binding | undefined, options?: { readonly joins?: string }) => {
      // What the document holds now, not what was drawn: two changes may come before the next drawing.
      const now = document.getState().flow?.steps.find(({ id }) => id === stepId)?.slots[slot];
      const content = setAt(now !== undefined && isBinding(now) ? now : undefined, path, next);
      const field = titleOfField(root, path);
      document.apply(
        {
          type: 'step.set-slot',
          step: stepId,
          slot,
          content,
          ...(field !== undefined && { field }),
        },
        options,
      );
    },
    [document, stepId, slot, root],
  );

  const [target, setTarget] = useState<PickTarget | undefined>(undefined);
  const [asked, setAsked] = useState<
    | { readonly node: DataNode; readonly target: PickTarget; readonly how: PickHow | undefined }
    | undefined
  >(undefined);
  const fields = useRef(new Map<string, PickTarget>());
  const register = useCallback((field: PickTarget) => {
    fields.current.set(field.key, field);
    return () => {
      if (fields.current.get(field.key) === field) fields.current.delete(field.key);
    };
  }, []);

  const pick = (node: DataNode, named?: PickTarget, how?: PickHow) => {
    const field =
      named ??
      target ??
      firstEmpty(
        fields.current,
        problems.map(({ path }) => JSON.stringify(path)),
      );
    if (field === undefined) return;
    const seen = withinScope(node.from, node.path, field.scope);
    const found = inferType(
      { kind: 'ref', from: seen.from, path: seen.path },
      sourcesSeen({ sources }, field.scope),
    );
    if (needsListChoice(seen.path, found, field.schema, root))
      setAsked({ node, target: field, how });
    else field.accept(pickBinding(seen.from, seen.path), how);
  };
  const pending: PendingChoice | undefined = asked && {
    node: asked.node,
    targetLabel: asked.target.label,
    choose: (choice) => {
      const seen = withinScope(asked.node.from, asked.node.path, asked.target.scope);
      asked.target.accept(pickBinding(seen.from, seen.path, choice), asked.how);
      setAsked(undefined);
    },
    cancel: () => setAsked(undefined),
  };

  if (step === undefined || operation === undefined || described === undefined) return undefined;
  const desk: MappingDesk = {
    step,
    slot,
    root,
    binding,
    sources,
    problems,
    result,
    readOnly,
    locale: flow?.locale ?? 'en',
    timeZone: flow?.timeZone ?? 'UTC',
    set,
    target,
    offer: setTarget,
    register,
    pick,
    targetAt: (key) => fields.current.get(key),
    openData,
  };
  return {
    desk,
    facts: {
      operationTitle: wordsOf(operation.title),
      slotTitle: described.title ?? operation.title,
      slotKind: described.kind,
      condition,
    },
    groups: [...scopeGroups(target), ...groups],
    pending,
    setCondition: setContent,
  };
}

function useDataGroups(sources: readonly DataSource[]): readonly DataGroup[] {
  const steps = useDocument((state) => state.flow?.steps);
  const byStep = useSamples((state) => state.byStep);
  return useMemo(
    () =>
      sources.map(({ type }) => {
        const at = steps?.findIndex(({ id }) => id === type.from) ?? -1;
        const origin = byStep[type.from]?.origin;
        return {
          from: type.from,
          title: type.title,
          number: at + 1,
          component: steps?.[at]?.component,
          badge: origin === 'recorded' ? 'tested' : origin === 'by-hand' ? 'sample' : 'example',
        };
      }),
    [sources, steps, byStep],
  );
}

function scopeGroups(target: PickTarget | undefined): readonly DataGroup[] {
  return (target?.scope ?? []).map(({ source }) => ({
    from: source.type.from,
    title: source.type.title,
    number: undefined,
    component: undefined,
    badge: 'entry',
  }));
}

/** What the mapping makes of the samples, worked out off this thread a moment after the last change. */
function useResult(
  binding: Binding | undefined,
  sources: readonly DataSource[],
  preview: ReturnType<typeof useWorkbench>['preview'],
): Json | undefined {
  const [result, setResult] = useState<Json | undefined>(undefined);
  const samples = useMemo(
    () => Object.fromEntries(sources.map(({ type, sample }) => [type.from, sample])),
    [sources],
  );
  useEffect(() => {
    if (binding === undefined) {
      setResult(undefined);
      return undefined;
    }
    let isWanted = true;
    const pause = setTimeout(() => {
      void preview.evaluate(binding, samples).then(({ value }) => {
        if (isWanted) setResult(value);
      });
    }, previewAfterMs);
    return () => {
      isWanted = false;
      clearTimeout(pause);
    };
  }, [binding, samples, preview]);
  return result;
}

const previewAfterMs = 80;

/** What a person calls the field at a path: its own title, an entry of a list as the list. Undefined for the whole of it. */
function titleOfField(root: JsonSchema, path: JsonPath): string | undefined {
  const end = path.findLastIndex((part) => typeof part === 'string');
  const name = path[end];
  return typeof name === 'string'
    ? titleOf(schemaAt(root, path.slice(0, end + 1)), name)
    : undefined;
}

/** Where a pick goes when no field was chosen: the first one that misses something. */
function firstEmpty(
  fields: ReadonlyMap<string, PickTarget>,
  wanting: readonly string[],
): PickTarget | undefined {
  return wanting.map((key) => fields.get(key)).find((field) => field !== undefined);
}
