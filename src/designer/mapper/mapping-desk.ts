/**
 * What the parts of one mapping form share: the slot being filled, the data it may use, and the field that a pick goes to.
 *
 * 1. The binding tree lives in the flow document; every change is one `step.set-slot`.
 * 2. A field offers itself as the target while it has the focus, and stays it until another one does.
 * 3. What changes with each key or pick is in `store`, read by the hooks below, one slice a row; what is in `MappingDesk`
 *    itself changes seldom, and drawing all rows for it is right.
 */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { JsonPath, JsonSchema } from '../../shared/index.ts';
import {
  bindingAt,
  type Binding,
  type MappingProblem,
  type SampleProblem,
  type SourceType,
} from '../../mapping/index.ts';
import type { DeskState, DeskStore } from './desk/desk-state.ts';
import type { LookActions } from './desk/look.ts';
import type { FieldFailure } from './desk/field-failures.ts';
import { problemsAt } from './desk/field-problems.ts';
import { madeAt } from './desk/made.ts';
import { EntryMadeContext } from './lists/entry-made.ts';
import type { DataSource } from './model/data-tree.ts';
import type { Dropped } from './model/drop/drop-plan.ts';
import { fieldPlace } from './model/find-fields.ts';
import { say } from '../../words/index.ts';
import { inWords } from './value-words.ts';
import type { PickTarget, PickHow } from './desk/target.ts';
import type { ListScope } from './model/scope.ts';

export interface MappingDesk extends LookActions {
  readonly stepId: string;
  readonly slot: string;
  readonly root: JsonSchema;
  readonly sources: readonly DataSource[];
  readonly readOnly: boolean;
  readonly locale: string;
  readonly timeZone: string;
  /** What changes often. In a component use the hooks; in an event handler `store.getState()`. */
  readonly store: DeskStore;
  /** Changes of one name in a row (`joins`: typing) are undone as one. */
  set(path: JsonPath, binding: Binding | undefined, options?: { readonly joins?: string }): void;
  /** Tells the preview what is being typed; the document does not see it. `set` ends it. */
  draft(path: JsonPath, binding: Binding | undefined): void;
  offer(target: PickTarget): void;
  /** The field's registration for drops; gives the way out. */
  register(target: PickTarget): () => void;
  /** Puts data into a field (the current target unless another is named); asks first when a list meets a single field. */
  pick(node: Dropped, target?: PickTarget, how?: PickHow): void;
  targetAt(key: string): PickTarget | undefined;
}

export const MappingDeskContext = createContext<MappingDesk | undefined>(undefined);

export function useMappingDesk(): MappingDesk {
  const desk = use(MappingDeskContext);
  if (desk === undefined) throw new Error('no MappingDesk around this component');
  return desk;
}

/** A slice of what changes often. Give back what is already in the state, or wrap the selector in `useShallow`. */
export function useDesk<Slice>(select: (state: DeskState) => Slice): Slice {
  return useStore(useMappingDesk().store, select);
}

/** What fills a field. */
export function useBindingAt(path: JsonPath): Binding | undefined {
  return useDesk(({ binding }) => bindingAt(binding, path));
}

/** What is not right yet at a field itself, not below it. */
export function useProblemsAt(path: JsonPath): readonly MappingProblem[] {
  const key = targetKey(path);
  return useDesk(({ problems }) => problemsAt(problems, key));
}

/** What a field makes of the current sample, in words; undefined where that cannot be told. */
export function useMadeText(path: JsonPath): string | undefined {
  const entry = use(EntryMadeContext);
  return useDesk(({ binding, result, cuts, locale }) => {
    const made =
      entry === undefined
        ? madeAt(binding, result, path, cuts)
        : madeAt(entry.item, entry.value, path.slice(entry.path.length));
    if (made === undefined) return undefined;
    if (made.count !== undefined) return say('mapper.entries', { count: made.count });
    return made.value === undefined ? say('mapper.result-left-out') : inWords(made.value, locale);
  });
}

/** What could not be made of the current sample at a field. */
export function useFailureAt(path: JsonPath): FieldFailure | undefined {
  const key = targetKey(path);
  return useDesk(({ failures }) => failures.get(key));
}

/** What recorded data does not fit this field. */
export function useMisfitsAt(path: JsonPath): readonly SampleProblem[] {
  const key = targetKey(path);
  return useDesk(({ misfits }) => misfits.get(key) ?? noneMisfit);
}
const noneMisfit: readonly SampleProblem[] = [];

/** Whether a group has to show its fields, because one of them was found or is to be brought into sight. */
export function useHoldsWanted(path: JsonPath): boolean {
  return useDesk(
    ({ revealed, found }) =>
      (revealed !== undefined &&
        revealed.length > path.length &&
        path.every((step, at) => revealed[at] === step)) ||
      found?.get(fieldPlace(path)) === 'inside',
  );
}

/** All sources a field sees: entries of the lists around it, then the earlier steps. */
export function sourcesSeen(
  desk: Pick<MappingDesk, 'sources'>,
  scope: readonly ListScope[],
): readonly SourceType[] {
  return [...scope.map(({ source }) => source.type), ...desk.sources.map(({ type }) => type)];
}

export function targetKey(path: JsonPath): string {
  return JSON.stringify(path);
}
