/**
 * The operations that make one version of a flow out of another.
 *
 * 1. Applied one after another they give a flow equal to `to` in all that operations change.
 * 2. What is equal in both is not touched: it stays the same object.
 * 3. What would be in the way goes first (groups, notes, connections, samples, steps, credentials), then things come and
 *    change in the order of `to`, so that each finds what it needs and stands at its place.
 */
import { applyOperation } from '../apply-operation.ts';
import type { Flow, SampleEntry, Step } from '../flow-document.ts';
import type { Position } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { isAlike } from './is-alike.ts';
import { keptInOrder } from './kept-in-order.ts';
import { isSameStep, stepPlan } from './step-plan.ts';

export function planBetween(from: Flow, to: Flow): readonly Operation[] {
  let flow = from;
  const plan: Operation[] = [];
  /** One that is refused stays in the plan: whoever applies it hears why. */
  function act(operation: Operation): void {
    const applied = applyOperation(flow, operation);
    if (applied.ok) flow = applied.value.flow;
    plan.push(operation);
  }

  takeOut(from.layout.groups, to.layout.groups, isAlike, ({ id }) =>
    act({ type: 'group.remove', group: id }),
  );
  takeOut(from.layout.notes, to.layout.notes, always, ({ id }) =>
    act({ type: 'note.remove', note: id }),
  );
  takeOut(from.edges, to.edges, isAlike, ({ id }) => act({ type: 'edge.disconnect', edge: id }));
  takeOut(keyed(from.samples), keyed(to.samples), always, ({ entry: { step, name } }) =>
    act({ type: 'sample.set', step, name, sample: undefined }),
  );
  takeOut(from.steps, to.steps, isSameStep, ({ id }) => act({ type: 'step.remove', step: id }));
  takeOut(from.credentials, to.credentials, isRenamed, ({ id }) =>
    act({ type: 'credential.remove', credential: id }),
  );

  for (const [at, credential] of to.credentials.entries()) {
    const now = flow.credentials.find(({ id }) => id === credential.id);
    if (now === undefined) act({ type: 'credential.add', credential, at });
    else if (now.name !== credential.name)
      act({
        type: 'credential.rename',
        credential: now.id,
        name: credential.name,
        restores: true,
      });
  }
  const here = new Map(flow.steps.map((step) => [step.id, step]));
  for (const [at, step] of to.steps.entries()) {
    const now = here.get(step.id) ?? withoutCredential(step);
    if (!here.has(step.id)) act({ type: 'step.add', step: now, at });
    stepPlan(now, step).forEach(act);
  }
  const moved = movedSteps(flow, to);
  if (Object.keys(moved).length > 0) act({ type: 'step.move', positions: moved });
  const edges = new Set(flow.edges.map(({ id }) => id));
  for (const [at, edge] of to.edges.entries())
    if (!edges.has(edge.id)) act({ type: 'edge.connect', edge, at });
  const samples = new Map(keyed(flow.samples).map(({ id, entry }) => [id, entry]));
  for (const [at, { id, entry }] of keyed(to.samples).entries())
    if (!isAlike(samples.get(id), entry))
      act({ type: 'sample.set', step: entry.step, name: entry.name, sample: entry, at });
  putIn(flow.layout.notes, to.layout.notes, (note, at) => act({ type: 'note.set', note, at }));
  putIn(flow.layout.groups, to.layout.groups, (group, at) => act({ type: 'group.set', group, at }));
  ofFlow(flow, to).forEach(act);
  return plan;
}

interface Item {
  readonly id: string;
}

/** Each item that is not in the other version, is another thing there, or stands elsewhere among those that stay. */
function takeOut<Thing extends Item>(
  before: readonly Thing[],
  after: readonly Thing[],
  staysSame: (one: Thing, other: Thing) => boolean,
  remove: (thing: Thing) => void,
): void {
  if (before === after) return;
  const wanted = new Map(after.map((thing) => [thing.id, thing]));
  const staying = before.filter((thing) => {
    const same = wanted.get(thing.id);
    return same !== undefined && staysSame(thing, same);
  });
  const ids = (things: readonly Thing[]) => things.map(({ id }) => id);
  const kept = keptInOrder(ids(staying), ids(after));
  for (const thing of before) if (!kept.has(thing.id)) remove(thing);
}

function putIn<Thing extends Item>(
  now: readonly Thing[],
  wanted: readonly Thing[],
  set: (thing: Thing, at: number) => void,
): void {
  const known = new Map(now.map((thing) => [thing.id, thing]));
  for (const [at, thing] of wanted.entries())
    if (!isAlike(known.get(thing.id), thing)) set(thing, at);
}

const always = (): boolean => true;

function isRenamed(one: Flow['credentials'][number], other: Flow['credentials'][number]): boolean {
  return isAlike({ ...one, name: '' }, { ...other, name: '' });
}

function keyed(samples: readonly SampleEntry[]) {
  return samples.map((entry) => ({ id: JSON.stringify([entry.step, entry.name]), entry }));
}

/** A step comes without its account, which is given to it as it was: whatever there is of it now. */
function withoutCredential({ credential: _later, ...step }: Step): Step {
  return step;
}

function movedSteps(now: Flow, to: Flow): Readonly<Record<string, Position | null>> {
  return Object.fromEntries(
    to.steps.flatMap(({ id }) => {
      const place = to.layout.positions[id];
      return isAlike(now.layout.positions[id], place) ? [] : [[id, place ?? null] as const];
    }),
  );
}

function ofFlow(now: Flow, { name, start, limits, locale, timeZone }: Flow): readonly Operation[] {
  const plan: Operation[] = [];
  if (now.name !== name) plan.push({ type: 'flow.rename', name, restores: true });
  if (!isAlike(now.start, start)) plan.push({ type: 'flow.set-start', start });
  if (!isAlike(now.limits, limits)) plan.push({ type: 'flow.set-limits', limits });
  if (now.locale !== locale || now.timeZone !== timeZone)
    plan.push({ type: 'flow.set-region', locale, timeZone });
  return plan;
}
