import { isBinding, type Binding, type SlotContent } from '../../../mapping/index.ts';
import { schemaAt, titleOf, type JsonPath, type JsonSchema } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { MappingDesk } from '../mapping-desk.ts';
import type { PickHow, PickTarget } from './target.ts';
import type { Dropped } from '../model/drop/drop-plan.ts';
import { planDrop } from '../model/drop/plan-drop.ts';
import { createDeskStore, type AskedDrop, type DeskStore } from './desk-state.ts';
import { keepPlaces } from '../model/keep-places.ts';
import { placeOf } from './drop-place.ts';
import { followChecks } from './follow-checks.ts';
import { followDocument, readDocument } from './follow-document.ts';
import { followRecords } from './follow-records.ts';
import { followResult } from './follow-result.ts';
import { createLook, type LookActions } from './look.ts';

export type DeskActions = Pick<
  MappingDesk,
  'set' | 'draft' | 'offer' | 'register' | 'pick' | 'targetAt' | keyof LookActions
> & {
  setContent(content: SlotContent | undefined): void;
};

export interface Desk {
  readonly store: DeskStore;
  readonly actions: DeskActions;
  /** Follows document, samples and preview until the function that comes back is called. */
  start(): () => void;
}

/** One slot of a step on the desk: what is known of it, and all that can be done with it. */
export function createDesk(bench: Workbench, step: string, slot: string): Desk {
  const store = createDeskStore();
  const { document } = bench;
  const fields = new Map<string, PickTarget>();
  // The first drawing shows the fields already.
  readDocument(store, bench, step, slot);

  const setContent = (content: SlotContent | undefined) =>
    void document.apply({ type: 'step.set-slot', step, slot, content });

  function set(
    path: JsonPath,
    next: Binding | undefined,
    options?: { readonly joins?: string },
  ): void {
    undraft(path);
    const { root } = store.getState();
    const field = titleOfField(root, path);
    // What the document holds now, not what was drawn: two changes may come before the next drawing.
    const now = document.getState().flow?.steps.find(({ id }) => id === step)?.slots[slot];
    const whole = now !== undefined && isBinding(now) ? now : undefined;
    document.apply(
      {
        type: 'step.set-field',
        step,
        slot,
        ...keepPlaces(whole, root, path, next),
        ...(field !== undefined && { field }),
      },
      options,
    );
  }

  function undraft(path: JsonPath): void {
    const { drafts } = store.getState();
    const key = JSON.stringify(path);
    if (!drafts.has(key)) return;
    store.setState({ drafts: new Map([...drafts].filter(([other]) => other !== key)) });
  }

  function pick(node: Dropped, named?: PickTarget, how?: PickHow): void {
    const { target, problems } = store.getState();
    const field = named ?? target ?? firstWanting([...problems.at.keys()]) ?? onlyField();
    if (field === undefined) {
      bench.toasts.show({ text: say('mapper.data-hint') });
      return;
    }
    const plan = planDrop(node, placeOf(field, store.getState()));
    if (plan.kind === 'put') field.accept(plan.binding, how);
    else ask(plan, field, how);
  }

  function ask(plan: AskedDrop['plan'], field: PickTarget, how: PickHow | undefined): void {
    const cancel = () => store.setState({ pending: undefined });
    store.setState({
      pending: {
        plan,
        target: field,
        choose({ does }) {
          cancel();
          if (does === undefined) return;
          if ('fill' in does) field.accept(does.fill, how);
          else set(does.at, does.set);
        },
        cancel,
      },
    });
  }

  /** Where a pick goes when no field was chosen: the first one that misses something. */
  function firstWanting(keys: readonly string[]): PickTarget | undefined {
    return keys.map((key) => fields.get(key)).find((field) => field !== undefined);
  }

  function onlyField(): PickTarget | undefined {
    return fields.size === 1 ? [...fields.values()][0] : undefined;
  }

  return {
    store,
    actions: {
      setContent,
      set,
      draft(path, binding) {
        const { drafts } = store.getState();
        store.setState({
          drafts: new Map(drafts).set(JSON.stringify(path), { path, binding }),
        });
      },
      ...createLook(store),
      offer: (target) => store.setState({ target, keptInSight: target.key }),
      register(field) {
        fields.set(field.key, field);
        // The same field in another entry of its card: the data beside it follows.
        if (store.getState().target?.key === field.key) store.setState({ target: field });
        return () => {
          if (fields.get(field.key) === field) fields.delete(field.key);
        };
      },
      pick,
      targetAt: (key) => fields.get(key),
    },
    start() {
      const stops = [
        followDocument(store, bench, step, slot),
        followChecks(store, bench.preview),
        followResult(store, bench.preview),
        followRecords(store, bench.preview),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** What a person calls the field at a path: its own title, an entry of a list as the list. Undefined for the whole of it. */
function titleOfField(root: JsonSchema, path: JsonPath): string | undefined {
  const end = path.findLastIndex((part) => typeof part === 'string');
  const name = path[end];
  return typeof name === 'string'
    ? titleOf(schemaAt(root, path.slice(0, end + 1)), name)
    : undefined;
}
