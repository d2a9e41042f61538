import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Json, JsonSchema, Text } from '../../../shared/index.ts';
import type { Step } from '../../../flow/index.ts';
import type { Binding, Condition, SourceType } from '../../../mapping/index.ts';
import type { SampleState } from '../../state/sample-store.ts';
import type { DataNode, DataSource } from '../model/data-tree.ts';
import type { ListChoice } from '../model/insertion.ts';
import type { PickTarget } from '../mapping-desk.ts';
import { noProblems, type FieldProblems } from './field-problems.ts';
import { noFailures, type FieldFailures } from './field-failures.ts';

/** Which fields are shown. */
export type FieldFilter = 'all' | 'required' | 'problems';

/** What the operation says of the slot being filled. */
export interface SlotFacts {
  readonly operationTitle: string;
  readonly title: Text;
  readonly kind: 'value' | 'condition' | 'list' | 'key';
}

/**
 * All that one mapping form shows. Each row subscribes to its own slice (`useBindingAt`, `useProblemsAt`, `useMadeText`):
 * a key stroke in one field draws no other one.
 */
export interface DeskState {
  /** Undefined until the operation is chosen. */
  readonly facts: SlotFacts | undefined;
  readonly step: Step | undefined;
  readonly root: JsonSchema;
  readonly types: readonly SourceType[];
  readonly sources: readonly DataSource[];
  /** What `sources` were made from. */
  readonly byStep: SampleState['byStep'];
  readonly readOnly: boolean;
  readonly locale: string;
  readonly timeZone: string;
  /** What the document holds. */
  readonly binding: Binding | undefined;
  readonly condition: Condition | undefined;
  /** What is being typed and has not reached the document, by field key; the preview counts it in. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly problems: FieldProblems;
  /** What the whole mapping makes of the current samples. */
  readonly result: Json | undefined;
  /** How many entries the lists of the result have that came back cut, by the key of their place in it. */
  readonly cuts: ReadonlyMap<string, number>;
  /** What could not be made of them. */
  readonly failures: FieldFailures;
  readonly target: PickTarget | undefined;
  readonly pending: PendingChoice | undefined;
  readonly filter: FieldFilter;
}

export interface Draft {
  readonly path: readonly (string | number)[];
  readonly binding: Binding | undefined;
}

/** A list that was picked for a field of one value: the person says which entry. */
export interface PendingChoice {
  readonly node: DataNode;
  readonly targetLabel: string;
  readonly choose: (choice: ListChoice) => void;
  readonly cancel: () => void;
}

export const noCuts: DeskState['cuts'] = new Map();

export type DeskStore = StoreApi<DeskState>;

export function createDeskStore(): DeskStore {
  return createStore<DeskState>(() => ({
    facts: undefined,
    step: undefined,
    root: {},
    types: [],
    sources: [],
    byStep: {},
    readOnly: false,
    locale: 'en',
    timeZone: 'UTC',
    binding: undefined,
    condition: undefined,
    drafts: new Map(),
    problems: noProblems,
    result: undefined,
    cuts: noCuts,
    failures: noFailures,
    target: undefined,
    pending: undefined,
    filter: 'all',
  }));
}
