/** What of a flow and its history stays in this browser: settings whose schema says "secret", wherever a change carried them. */
import type { Catalog } from '../../../catalog/index.ts';
import { withoutSecrets, type Flow, type Operation } from '../../../flow/index.ts';
import type { HistoryEntry, JournalRow } from '../../../storage/contract.ts';
import type { RemovedFlow } from '../flow-storage.ts';
import { secretNamesOf, withoutNamed } from '../secret-names.ts';

export function flowWithoutSecrets(stored: RemovedFlow, catalog: Catalog): RemovedFlow {
  const { flow, head, journal, checkpoints } = stored;
  const clean = (operation: Operation) => operationWithoutSecrets(operation, catalog);
  const cleanEntry = (entry: HistoryEntry): HistoryEntry => ({
    ...entry,
    operation: clean(entry.operation),
    inverse: clean(entry.inverse),
  });
  const cleanRow = ({ applied, ...row }: JournalRow): JournalRow => ({
    ...row,
    entry: cleanEntry(row.entry),
    ...(applied !== undefined && { applied: clean(applied) }),
  });
  const cleaned = {
    ...stored,
    flow: documentWithoutSecrets(flow, catalog),
    head:
      head !== undefined && 'past' in head
        ? { ...head, past: head.past.map(cleanEntry), future: head.future.map(cleanEntry) }
        : head,
    journal: journal.map(cleanRow),
    checkpoints: checkpoints.map((checkpoint) => ({
      ...checkpoint,
      content: documentWithoutSecrets(checkpoint.content, catalog),
    })),
  };
  return cleaned.flow === flow ? cleaned : withoutBasis(cleaned);
}

/** A fingerprint of settings, which a sample has, would say something of a secret among them. */
function withoutBasis<Whole extends object>(whole: Whole): Whole {
  return part(whole) as Whole; // only samples lose something, which they may lack

  function part(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(part);
    if (typeof value !== 'object' || value === null) return value;
    const isSample = 'hash' in value && typeof value.hash === 'string';
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !(isSample && name === 'basis'))
        .map(([name, inside]) => [name, part(inside)]),
    );
  }
}

export function documentWithoutSecrets(flow: Flow, catalog: Catalog): Flow {
  const steps = flow.steps.map((step) => withoutSecrets(step, catalog));
  const hadNone = steps.every((step, at) => step === flow.steps[at]);
  return hadNone ? flow : withoutBasis({ ...flow, steps });
}

function operationWithoutSecrets(operation: Operation, catalog: Catalog): Operation {
  switch (operation.type) {
    case 'step.add': {
      const { step } = operation;
      return { ...operation, step: withoutSecrets(step, catalog) };
    }
    // Of which component it was, such a change does not say: what is secret anywhere is left out.
    case 'step.set-settings':
      return { ...operation, settings: withoutNamed(secretNames(catalog), operation.settings) };
    case 'batch':
      return {
        ...operation,
        operations: operation.operations.map((each) => operationWithoutSecrets(each, catalog)),
      };
    default:
      return operation;
  }
}

const known = new WeakMap<Catalog['whole'], ReadonlySet<string>>();

function secretNames(catalog: Catalog): ReadonlySet<string> {
  const found = known.get(catalog.whole) ?? secretNamesOf(catalog.whole);
  known.set(catalog.whole, found);
  return found;
}
