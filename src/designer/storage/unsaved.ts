/**
 * The last changes of a page that ends: the browser's store may take nothing any more, so they are kept as a text
 * (`unsaved-text.ts`) and taken up when the flow is opened the next time.
 *
 * 1. They go on from what their tab has read or written. Where somebody wrote since, they are left: nothing is overwritten.
 * 2. No secret is in the text. Of what was left out the text says where it was: there it is, when the text is taken up, as the
 *    store has it. A list is as the store has it where nothing else in it was changed; else its secrets are to be typed anew.
 * 3. A change of which it is not known what in it is secret ends the text.
 */
import type { Catalog } from '../../catalog/index.ts';
import { operationOf, withoutSecrets, type Flow, type Operation } from '../../flow/index.ts';
import {
  isJsonList,
  isJsonObject,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../../shared/index.ts';
import type { Database, HistoryEntry, JournalRow } from '../../storage/contract.ts';
import { loadFlow, saveFlow } from './flow-storage.ts';
import { followRows, journalOf } from './journal.ts';
import { openSettings } from './open-settings.ts';
import { forgetUnsavedText, keepUnsavedText, unsavedText } from './unsaved-text.ts';

interface Unsaved {
  /** As which the flow may be claimed in the store: as by this tab, or, where it had not come to that, as it was read. */
  readonly writers: readonly (string | null)[];
  readonly changes: readonly JournalRow[];
}

type SetSettings = Extract<Operation, { type: 'step.set-settings' }>;

/** As it stands in the text. */
interface OpenChange extends SetSettings {
  /** Where something was left out of the settings. */
  readonly leftOut?: readonly Place[];
}

/** Names, from the outer to the inner. */
type Place = readonly string[];

export function keepUnsaved(
  flow: Flow,
  rows: readonly JournalRow[],
  writers: readonly (string | undefined)[],
  catalog: Catalog,
): void {
  const did = rows.flatMap(({ entry }) => [entry.operation, entry.inverse]);
  const open = openSettings(flow.steps, did, catalog);
  const cleaned: JournalRow[] = [];
  for (const row of rows) {
    const clean = withOperations(row, cleanOf);
    if (clean === undefined) break; // invariant 3
    cleaned.push(clean);
  }
  if (cleaned.length === 0) return;
  const unsaved: Unsaved = { writers: writers.map((each) => each ?? null), changes: cleaned };
  keepUnsavedText(flow.id, writeJson(unsaved as unknown as Json)); // rows are JSON

  /** Undefined: not known. */
  function cleanOf(operation: Operation): Operation | undefined {
    switch (operation.type) {
      case 'step.add': {
        const known = operationOf(operation.step, catalog);
        return known && { ...operation, step: withoutSecrets(operation.step, catalog) };
      }
      case 'step.set-settings': {
        const step = flow.steps.find(({ id }) => id === operation.step);
        if (step === undefined || operationOf(step, catalog) === undefined) return undefined;
        const settings = open(operation);
        const leftOut = placesLeft(operation.settings, settings);
        return { ...operation, settings, ...(leftOut.length > 0 && { leftOut }) };
      }
      case 'batch': {
        const operations = operation.operations.map(cleanOf);
        return operations.includes(undefined)
          ? undefined
          : { ...operation, operations: operations as readonly Operation[] }; // each is known
      }
      default:
        return operation;
    }
  }
}

/** Brings what the last page of a flow could not save into the store. */
export async function takeUnsaved(db: Database, id: string, at: number): Promise<void> {
  const unsaved = parse(unsavedText(id));
  const stored = await loadFlow(db, id);
  if (unsaved?.writers.includes(stored?.writer ?? null) === true && stored !== undefined) {
    const later = unsaved.changes.filter(({ number }) => number > stored.number);
    const filled = later.map(
      (row) => withOperations(row, (each) => filledIn(each, stored.flow)) ?? row,
    );
    const { flow, followed, ...history } = followRows(
      { flow: stored.flow, ...stored.history },
      filled,
    );
    const last = followed.at(-1)?.number;
    if (last !== undefined) {
      const { rev, isDue } = stored;
      const rows = isDue ? journalOf(id, history, last) : followed;
      const number = rows.at(-1)?.number ?? last;
      await saveFlow(db, { flow, rev, at, number, rows, renews: isDue });
    }
  }
  forgetUnsavedText(id);
}

function withOperations(
  row: JournalRow,
  change: (operation: Operation) => Operation | undefined,
): JournalRow | undefined {
  const operation = change(row.entry.operation);
  const inverse = change(row.entry.inverse);
  const applied = row.applied && change(row.applied);
  if (operation === undefined || inverse === undefined) return undefined;
  if (row.applied !== undefined && applied === undefined) return undefined;
  const entry: HistoryEntry = { ...row.entry, operation, inverse };
  return { ...row, entry, ...(applied !== undefined && { applied }) };
}

function filledIn(operation: Operation, flow: Flow): Operation {
  switch (operation.type) {
    case 'step.set-settings': {
      const { leftOut = [], ...change }: OpenChange = operation;
      const stored = flow.steps.find(({ id }) => id === operation.step)?.settings ?? {};
      const settings = leftOut.reduce(
        (made, place) => withStored(made, stored, place),
        change.settings,
      );
      return { ...change, settings };
    }
    case 'batch':
      return { ...operation, operations: operation.operations.map((each) => filledIn(each, flow)) };
    default:
      return operation;
  }
}

function placesLeft(settings: JsonObject, open: JsonObject): readonly Place[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    if (!Object.hasOwn(open, name)) return [[name]];
    const kept = open[name];
    if (isJsonList(value)) return kept === value ? [] : [[name]];
    return isGroup(value) && isGroup(kept)
      ? placesLeft(value, kept).map((place) => [name, ...place])
      : [];
  });
}

function withStored(settings: JsonObject, stored: JsonObject, [name, ...below]: Place): JsonObject {
  if (name === undefined || !Object.hasOwn(stored, name)) return settings;
  const value = stored[name];
  const here = settings[name];
  if (value === undefined) return settings;
  if (below.length === 0) return isLeftOf(here, value) ? { ...settings, [name]: value } : settings;
  return isGroup(here) && isGroup(value)
    ? { ...settings, [name]: withStored(here, value, below) }
    : settings;
}

/** All that is there is what the store has, and some of that is left out: nothing else was typed. */
function isLeftOf(here: Json | undefined, stored: Json): boolean {
  if (here === undefined) return true;
  if (isJsonList(here) && isJsonList(stored))
    return (
      here.length === 0 ||
      (here.length === stored.length &&
        here.every((entry, at) => isLeftOf(entry, stored[at] ?? null)))
    );
  if (isJsonObject(here) && isJsonObject(stored))
    return Object.entries(here).every(
      ([name, value]) => Object.hasOwn(stored, name) && isLeftOf(value, stored[name] ?? null),
    );
  return here === stored;
}

function isGroup(value: Json | undefined): value is JsonObject {
  return value !== undefined && isJsonObject(value);
}

function parse(text: string | undefined): Unsaved | undefined {
  const read = text === undefined ? undefined : parseJson(text);
  const { writers, changes } =
    read?.ok === true && isJsonObject(read.value) ? read.value : ({} as JsonObject);
  if (!isJsonList(writers) || !isJsonList(changes)) return undefined;
  return { writers, changes } as unknown as Unsaved; // `keepUnsaved` wrote it; a change is checked when it is applied
}
