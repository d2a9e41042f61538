/**
 * The last changes of a page that ends: the browser's store may take nothing any more, so they are kept as a text
 * (`unsaved-text.ts`) and taken up when the flow is opened the next time.
 *
 * 1. They go on from what their tab has read or written. Where somebody wrote since, they are left: nothing is overwritten.
 * 2. No secret is in the text. Settings whose schema says "secret" are, when it is taken up, as the store has them.
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
import { secretNamesOf, withoutNamed } from './secret-names.ts';
import { forgetUnsavedText, keepUnsavedText, unsavedText } from './unsaved-text.ts';

interface Unsaved {
  /** As which the flow may be claimed in the store: as by this tab, or, where it had not come to that, as it was read. */
  readonly writers: readonly (string | null)[];
  readonly rows: readonly JournalRow[];
  /** By step: names of settings that were left out. */
  readonly secrets: Readonly<Record<string, readonly string[]>>;
}

export function keepUnsaved(
  flow: Flow,
  rows: readonly JournalRow[],
  writers: readonly (string | undefined)[],
  catalog: Catalog,
): void {
  const secrets: Record<string, readonly string[]> = {};
  const cleaned: JournalRow[] = [];
  for (const row of rows) {
    const clean = withOperations(row, cleanOf);
    if (clean === undefined) break; // invariant 3
    cleaned.push(clean);
  }
  if (cleaned.length === 0) return;
  const unsaved: Unsaved = { writers: writers.map((each) => each ?? null), rows: cleaned, secrets };
  keepUnsavedText(flow.id, writeJson(unsaved as unknown as Json)); // rows are JSON

  /** Undefined: not known. */
  function cleanOf(operation: Operation): Operation | undefined {
    switch (operation.type) {
      case 'step.add': {
        const known = operationOf(operation.step, catalog);
        return known && { ...operation, step: withoutSecrets(operation.step, catalog) };
      }
      case 'step.set-settings': {
        // Which operation it had then, is not said: what is secret in any of its component is left out.
        const step = flow.steps.find(({ id }) => id === operation.step);
        const component = step && catalog.component(step.component);
        const isKnown = step !== undefined && operationOf(step, catalog) !== undefined;
        if (component === undefined || !isKnown) return undefined;
        const names = secretNamesOf([component]);
        secrets[operation.step] = [...names];
        return { ...operation, settings: withoutNamed(names, operation.settings) };
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
    const later = unsaved.rows.filter(({ number }) => number > stored.number);
    const filled = later.map(
      (row) => withOperations(row, (each) => filledIn(each, stored.flow, unsaved.secrets)) ?? row,
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

function filledIn(operation: Operation, flow: Flow, secrets: Unsaved['secrets']): Operation {
  switch (operation.type) {
    case 'step.set-settings': {
      const stored = flow.steps.find(({ id }) => id === operation.step)?.settings;
      const names = new Set(secrets[operation.step]);
      if (stored === undefined || names.size === 0) return operation;
      return { ...operation, settings: withStored(operation.settings, stored, names) };
    }
    case 'batch':
      return {
        ...operation,
        operations: operation.operations.map((each) => filledIn(each, flow, secrets)),
      };
    default:
      return operation;
  }
}

type Settings = Readonly<Record<string, Json>>;

function withStored(settings: Settings, stored: Settings, names: ReadonlySet<string>): Settings {
  const made: Record<string, Json> = { ...settings };
  for (const [name, value] of Object.entries(stored)) {
    const here = made[name];
    if (here === undefined && names.has(name)) made[name] = value;
    else if (here !== undefined && isJsonObject(here) && isJsonObject(value))
      made[name] = withStored(here, value, names);
  }
  return made;
}

function parse(text: string | undefined): Unsaved | undefined {
  const read = text === undefined ? undefined : parseJson(text);
  const { writers, rows, secrets } =
    read?.ok === true && isJsonObject(read.value) ? read.value : ({} as JsonObject);
  if (!isJsonList(writers) || !isJsonList(rows) || !isJsonObject(secrets)) return undefined;
  return { writers, rows, secrets } as unknown as Unsaved; // `keepUnsaved` wrote it; a change is checked when it is applied
}
