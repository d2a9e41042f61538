import { basisOf, operationOf, type Flow } from '../../flow/index.ts';
import type { MessageRecord } from '../../runtime/contract.ts';
import { writeJson, type Json } from '../../shared/index.ts';
import type { Workbench } from '../state/workbench.ts';
import type { Database } from '../storage/database.ts';
import { currentSample } from '../storage/sample-storage.ts';
import { keepAsSample } from './keep-as-sample.ts';

/** Enough to see how real data varies; of big messages only what 10 MB hold. */
const messagesKept = 500;
const charactersKept = 10_000_000;

/** Makes the first messages of each step of a run its sample. Outputs invented for held writes are no samples. */
export async function recordSamples(
  bench: Pick<Workbench, 'document' | 'run' | 'samples' | 'catalog'> & {
    readonly openDatabase: () => Promise<Database>;
  },
  page: (step: string, limit: number) => Promise<{ readonly records: readonly MessageRecord[] }>,
  /** The flow as it ran: it may have been changed since. */
  ran?: Pick<Flow, 'steps' | 'edges'>,
): Promise<void> {
  const { run } = bench.run.getState();
  const { flow } = bench.document.getState();
  if (run === undefined || flow === undefined) return;
  const kept: string[] = [];
  for (const [step, { counts }] of Object.entries(run.steps)) {
    if (counts.out === 0) continue;
    const { records } = await page(step, messagesKept);
    const given = givenBy(records, namesOf(step, flow));
    // The person may have closed the flow, or begun another test, while the records came.
    if (
      bench.document.getState().flow?.id !== flow.id ||
      bench.run.getState().run?.runId !== run.runId
    )
      return;
    const { messages, ids } = given;
    if (messages.length === 0) continue;
    await keepAsSample(bench, bench.openDatabase, step, {
      origin: 'recorded',
      messages,
      at: Date.now(),
      ...(ids !== undefined && { ids }),
    });
    kept.push(step);
  }
  noteBases(kept);

  /** What each was made from, once all are known by their hashes. */
  function noteBases(steps: readonly string[]): void {
    const now = bench.document.getState().flow;
    if (now === undefined || now.id !== flow?.id) return;
    const known = { ...(ran ?? flow), samples: now.samples };
    for (const step of steps) {
      const sample = now.samples.find(
        (entry) => entry.step === step && entry.name === currentSample,
      );
      const basis = basisOf(known, step);
      if (sample !== undefined && basis !== undefined)
        bench.document.apply(
          { type: 'sample.set', step, name: currentSample, sample: { ...sample, basis } },
          { quiet: true },
        );
    }
  }

  /** How the next steps call what a message gave; unknown where a step was tested on samples without names. */
  function namesOf(step: string, { steps, edges }: Flow): Naming | undefined {
    const found = steps.find(({ id }) => id === step);
    const operation = found && operationOf(found, bench.catalog);
    const givesMany =
      operation?.emits === 'groups' ||
      (operation?.emits === 'many' && found?.emit !== 'whole-list');
    const before = edges.find(({ to }) => to === step)?.from;
    const scope = bench.run.getState().scope?.kind;
    const beganLater = (scope === 'only' || scope === 'from') && before !== undefined;
    if (beganLater && bench.samples.getState().byStep[before]?.ids === undefined) return undefined;
    return (id, at) => (givesMany ? `${id}.${at}` : id);
  }
}

type Naming = (id: string, at: number) => string;

interface Given {
  readonly messages: readonly Json[];
  readonly ids: readonly string[] | undefined;
}

function givenBy(records: readonly MessageRecord[], naming: Naming | undefined): Given {
  const messages: Json[] = [];
  const ids: string[] = [];
  let characters = 0;
  for (const { id, state, output = [] } of records) {
    if (state !== 'done') continue;
    for (const [at, message] of output.entries()) {
      characters += writeJson(message).length;
      const isFull = messages.length >= messagesKept || characters > charactersKept;
      // One message is kept, however big it is.
      if (isFull && messages.length > 0) return done();
      messages.push(message);
      if (naming !== undefined) ids.push(naming(id, at));
    }
  }
  return done();

  function done(): Given {
    return { messages, ids: naming === undefined ? undefined : ids };
  }
}
