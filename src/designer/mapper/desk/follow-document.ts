import { exampleOf, type Operation } from '../../../catalog/index.ts';
import { branchesSlot } from '../../state/branches-slot.ts';
import {
  inputSchemaOf,
  operationOf,
  showsItsSample,
  slotsOf,
  sourcesOf,
  type Flow,
  type Step,
} from '../../../flow/index.ts';
import { isBinding, type SourceType } from '../../../mapping/index.ts';
import { wordsOf, type Json, type JsonSchema, type Text } from '../../../shared/index.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { DataSource } from '../model/data-tree.ts';
import type { DeskState, DeskStore, SlotFacts } from './desk-state.ts';
import { recordsOf } from '../../state/sample-records.ts';

type Bench = Pick<Workbench, 'document' | 'samples' | 'catalog'>;

/** Keeps the desk at what the document and the samples say of one slot of a step. Gives the way to stop. */
export function followDocument(
  desk: DeskStore,
  bench: Bench,
  step: string,
  slot: string,
): () => void {
  const update = () => readDocument(desk, bench, step, slot);
  const showRecord = () => {
    const { flow } = bench.document.getState();
    const { types, records, record } = desk.getState();
    if (flow !== undefined)
      desk.setState({ sources: sourcesWith(flow, types, records.at(record), bench.catalog) });
  };
  update();
  // A refusal that was followed here may have asked for another record already.
  if (desk.getState().record > 0) showRecord();
  const stops = [
    bench.document.subscribe(update),
    bench.samples.subscribe(update),
    desk.subscribe((now, before) => {
      if (now.record !== before.record && now.byStep === before.byStep) showRecord();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What did not change stays the same object; when nothing did, nobody is told. */
export function readDocument(
  desk: DeskStore,
  { document, samples, catalog }: Bench,
  step: string,
  slot: string,
): void {
  const { flow, readOnly } = document.getState();
  const found = flow?.steps.find(({ id }) => id === step);
  const operation = found && operationOf(found, catalog);
  const described = operation && found && describedSlot(found, operation, slot);
  const now = desk.getState();
  if (flow === undefined || found === undefined || operation === undefined || !described) {
    if (now.facts !== undefined) desk.setState({ facts: undefined });
    return;
  }
  const types = sourcesOf(flow, catalog, step);
  const { byStep } = samples.getState();
  const hasSameData = now.types === types && now.byStep === byStep;
  const records = hasSameData ? now.records : recordsOf(types, byStep);
  const record = Math.max(0, Math.min(now.record, records.count - 1));
  const content = found.slots[slot];
  const next: Partial<DeskState> = {
    facts: sameFacts(now.facts, {
      operationTitle: wordsOf(operation.title),
      title: described.title ?? operation.title,
      kind: described.kind,
    }),
    step: found,
    root: inputSchemaOf(found, catalog, slot) ?? open,
    types,
    byStep,
    records,
    record,
    sources: hasSameData ? now.sources : sourcesWith(flow, types, records.at(record), catalog),
    readOnly,
    locale: flow.locale,
    timeZone: flow.timeZone,
    binding: content !== undefined && isBinding(content) ? content : undefined,
    condition: content !== undefined && !isBinding(content) ? content : undefined,
  };
  if (Object.entries(next).some(([key, value]) => now[key as keyof DeskState] !== value))
    desk.setState(next);
}

function describedSlot(
  step: Step,
  operation: Operation,
  slot: string,
): { readonly kind: SlotFacts['kind']; readonly title?: Text | undefined } | undefined {
  if (slot === branchesSlot) return operation.branches && { kind: 'branches' };
  return slotsOf(step, operation)[slot];
}

const open: JsonSchema = {};

function sameFacts(
  before: DeskState['facts'],
  now: NonNullable<DeskState['facts']>,
): DeskState['facts'] {
  const isSame =
    before?.operationTitle === now.operationTitle &&
    before.title === now.title &&
    before.kind === now.kind;
  return isSame ? before : now;
}

/** Each earlier step with its sample: what it gave, what its description shows, or an invented one. */
function sourcesWith(
  flow: Flow,
  types: readonly SourceType[],
  recorded: Readonly<Record<string, Json>>,
  catalog: Workbench['catalog'],
): readonly DataSource[] {
  return types.map((type) => {
    const source = flow.steps.find(({ id }) => id === type.from);
    const operation = source && operationOf(source, catalog);
    const told = source && showsItsSample(source, operation) ? operation?.sample.output : undefined;
    return { type, sample: recorded[type.from] ?? told ?? exampleOf(type.schema) };
  });
}
