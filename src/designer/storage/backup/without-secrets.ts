/** What of a flow and its history stays in this browser: settings whose schema says "secret", wherever a change carried them. */
import type { Catalog } from '../../../catalog/index.ts';
import { withoutSecrets, type Flow, type Operation } from '../../../flow/index.ts';
import type { HistoryEntry, JournalRow } from '../../../storage/contract.ts';
import type { RemovedFlow } from '../flow-storage.ts';
import { openSettings, type OpenSettings } from '../open-settings.ts';

export function flowWithoutSecrets(stored: RemovedFlow, catalog: Catalog): RemovedFlow {
  const { flow, head, journal, checkpoints } = stored;
  const past = head !== undefined && 'past' in head ? [...head.past, ...head.future] : [];
  const changes = [...past, ...journal.map(({ entry }) => entry)].flatMap(
    ({ operation, inverse }) => [operation, inverse],
  );
  const steps = [flow, ...checkpoints.map(({ content }) => content)].flatMap((each) => each.steps);
  const open = openSettings(steps, changes, catalog);
  const clean = (operation: Operation) => operationWithoutSecrets(operation, catalog, open);
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

function operationWithoutSecrets(
  operation: Operation,
  catalog: Catalog,
  open: OpenSettings,
): Operation {
  switch (operation.type) {
    case 'step.add': {
      const { step } = operation;
      return { ...operation, step: withoutSecrets(step, catalog) };
    }
    case 'step.set-settings':
      return { ...operation, settings: open(operation) };
    case 'batch':
      return {
        ...operation,
        operations: operation.operations.map((each) =>
          operationWithoutSecrets(each, catalog, open),
        ),
      };
    default:
      return operation;
  }
}
