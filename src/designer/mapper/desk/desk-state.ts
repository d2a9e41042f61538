import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Json, JsonPath, JsonSchema, Text } from '../../../shared/index.ts';
import type { Step } from '../../../flow/index.ts';
import type { Binding, Condition, SampleProblem, SourceType } from '../../../mapping/index.ts';
import type { SampleState } from '../../state/sample-store.ts';
import type { DataSource } from '../model/data-tree.ts';
import type { DropChoice, DropPlan } from '../model/drop/drop-plan.ts';
import type { PickTarget } from './target.ts';
import { noProblems, type FieldProblems } from './field-problems.ts';
import { noFailures, type FieldFailures } from './field-failures.ts';
import { noUsage, type Usage } from './usage.ts';
import type { Dragged } from './dragged.ts';
import type { SampleRecords } from '../../state/sample-records.ts';

/** Which fields are shown. */
export type FieldFilter = 'all' | 'required' | 'problems' | 'mapped';
/** Which data is shown. */
export type DataFilter = 'all' | 'fits' | 'used';
export type Region = 'data' | 'fields' | 'result';

/** What the operation says of the slot being filled. */
export interface SlotFacts {
  readonly operationTitle: string;
  readonly title: Text;
  readonly kind: 'value' | 'condition' | 'list' | 'key' | 'branches';
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
  /** What recorded data does not fit, by the key of the field it would fill. */
  readonly misfits: Misfits;
  /** Which data goes into which field. */
  readonly usage: Usage;
  readonly target: PickTarget | undefined;
  readonly pending: AskedDrop | undefined;
  /** The field being worked on stays in sight while a filter would hide it, until the filter is chosen anew. */
  readonly keptInSight: string | undefined;
  readonly filter: FieldFilter;
  readonly search: string;
  /** What the search found: keys of fields, and of the groups around them; undefined while nothing is looked for. */
  readonly found: ReadonlyMap<string, 'itself' | 'inside'> | undefined;
  readonly dataFilter: DataFilter;
  /** Which of the recorded samples is shown, from 0. */
  readonly record: number;
  readonly records: SampleRecords;
  /** What the pointer or the focus is on, so that its other end is lit. */
  readonly lookedAt: { readonly field?: string; readonly data?: string };
  /** The field that is to be brought into sight and given the focus. */
  readonly revealed: JsonPath | undefined;
  /** The group whose fields are being matched by name (`[]` = all of them). */
  readonly matching: JsonPath | undefined;
  readonly dragged: Dragged | undefined;
  /** Which region fills a narrow form. */
  readonly region: Region;
  /** The region that is to get the focus. */
  readonly entering: Region | undefined;
}

export type Misfits = ReadonlyMap<string, readonly SampleProblem[]>;
export const noMisfits: Misfits = new Map();

export interface Draft {
  readonly path: readonly (string | number)[];
  readonly binding: Binding | undefined;
}

/** A drop that can mean several things, or none: the person says which, or hears why. */
export interface AskedDrop {
  readonly plan: Exclude<DropPlan, { kind: 'put' }>;
  readonly target: PickTarget;
  readonly choose: (choice: DropChoice) => void;
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
    misfits: noMisfits,
    target: undefined,
    usage: noUsage,
    pending: undefined,
    keptInSight: undefined,
    filter: 'all',
    search: '',
    found: undefined,
    dataFilter: 'all',
    record: 0,
    records: { count: 0, at: () => ({}), of: () => undefined },
    lookedAt: {},
    revealed: undefined,
    matching: undefined,
    dragged: undefined,
    region: 'fields',
    entering: undefined,
  }));
}
