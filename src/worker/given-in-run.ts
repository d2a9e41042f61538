import type { Catalog } from '../catalog/index.ts';
import { operationOf, type Flow } from '../flow/index.ts';
import type { KeptRecords, MessageRecord, RunState } from '../runtime/index.ts';
import { writeJson, type Json } from '../shared/index.ts';
import { sampleLimits } from '../storage/contract.ts';
import type { RunAsk } from './run-ask.ts';

/** What messages of a step gave, and how the next steps call it. */
export interface Given {
  readonly messages: readonly Json[];
  readonly ids: readonly string[] | undefined;
  /** The named ways out that each took. */
  readonly ports: readonly (readonly string[])[] | undefined;
}

/** The first messages that each step of a run gave: enough to see how real data varies. Outputs invented for held writes are none. */
export function* givenInRun(
  ask: Asked,
  catalog: Catalog,
  state: RunState,
  kept: KeptRecords,
): Iterable<Given & { readonly step: string }> {
  for (const [step, { counts }] of Object.entries(state.steps)) {
    if (counts.out === 0 || gaveItsSample(step, ask)) continue;
    const { records } = kept.page(step, 0, sampleLimits.messages);
    const given = givenBy(records, namingOf(step, ask, catalog));
    if (given.messages.length > 0) yield { step, ...given };
  }
}

type Asked = Pick<RunAsk, 'flow' | 'scope' | 'sampleIds' | 'again' | 'leftOut'>;
type Naming = (id: string, at: number) => string;

/** A step that is left out of a test gave nothing of its own, unless the run began at it. */
function gaveItsSample(step: string, { scope, leftOut = [] }: Asked): boolean {
  const begins = (scope.kind === 'only' || scope.kind === 'from') && scope.step === step;
  return leftOut.includes(step) && !begins;
}

/** How the next steps call what a message gave; unknown where the run began on samples without names. */
function namingOf(step: string, ask: Asked, catalog: Catalog): Naming | undefined {
  const givesMany = givesManyOf(ask.flow, step, catalog);
  if (beganWithoutNames(ask)) return undefined;
  return (id, at) => (givesMany ? `${id}.${String(at)}` : id);
}

function beganWithoutNames({ flow, scope, sampleIds, again }: Asked): boolean {
  if (again !== undefined || (scope.kind !== 'only' && scope.kind !== 'from')) return false;
  const before = flow.edges.find(({ to }) => to === scope.step)?.from;
  return before !== undefined && sampleIds?.[before] === undefined;
}

export function givesManyOf({ steps }: Flow, step: string, catalog: Catalog): boolean {
  const found = steps.find(({ id }) => id === step);
  const operation = found && operationOf(found, catalog);
  return (
    operation?.emits === 'groups' || (operation?.emits === 'many' && found?.emit !== 'whole-list')
  );
}

function givenBy(records: readonly MessageRecord[], naming: Naming | undefined): Given {
  const messages: Json[] = [];
  const ids: string[] = [];
  const ways: (readonly string[])[] = [];
  let characters = 0;
  for (const { id, state, output = [], ports, invented } of records) {
    if (state !== 'done' || invented !== undefined) continue;
    for (const [at, message] of output.entries()) {
      characters += writeJson(message).length;
      const isFull =
        messages.length >= sampleLimits.messages || characters > sampleLimits.characters;
      // One message is kept, however big it is.
      if (isFull && messages.length > 0) return done();
      messages.push(message);
      if (naming !== undefined) ids.push(naming(id, at));
      if (ports !== undefined) ways.push(ports);
    }
  }
  return done();

  function done(): Given {
    return {
      messages,
      ids: naming === undefined ? undefined : ids,
      ports: ways.length === messages.length && ways.length > 0 ? ways : undefined,
    };
  }
}
