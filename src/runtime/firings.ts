import type { Json } from '../shared/index.ts';
import {
  downstreamOf,
  errorPort,
  sampleAt,
  sampleIds,
  upstreamOf,
  type Edge,
  type Flow,
  type SampleIds,
} from '../flow/index.ts';
import type { ArrivingMessage, RunRequest } from './run-request.ts';
import type { Message } from './message.ts';
import type { PlannedStep } from './plan/plan-run.ts';

/**
 * The messages that a first step begins with: what came in by a call, the samples of the steps before it when the run
 * begins in the middle of the flow, otherwise one firing with nothing in it.
 */
export function* firingsOf(
  request: RunRequest,
  planned: PlannedStep,
  startedAt: number,
): Iterable<Message> {
  const { flow, received, samples } = request;
  const { step, operation } = planned;
  const facts: Json = {
    id: flow.id,
    name: flow.name,
    run: request.runId,
    startedAt: new Date(startedAt).toISOString(),
  };
  const arriving = arrivingAt(request, planned);
  if (arriving !== undefined) {
    for (const [origin, { id, body, sources, way }] of arriving.entries())
      yield {
        id,
        origin,
        body,
        sources: { ...sources, flow: facts },
        ...(way === undefined ? {} : { way }),
      };
    return;
  }
  const bodies = received ?? (operation.starts === 'webhook' ? (samples[step.id] ?? []) : [{}]);
  for (const [origin, body] of bodies.entries()) {
    yield { id: String(origin), origin, body, sources: { flow: facts } };
  }
}

/** What comes to a step that the run begins at; undefined where the flow begins there too. */
function arrivingAt(
  request: RunRequest,
  { step: { id }, reads, join }: PlannedStep,
): readonly (ArrivingMessage & Pick<Message, 'way'>)[] | undefined {
  const { flow, scope, arriving, firstRecords } = request;
  if (scope.kind !== 'only' && scope.kind !== 'from') return undefined;
  const ways = waysInto(flow, id, new Set());
  if (ways.length === 0) return undefined;
  const before = new Set(upstreamOf(flow, id));
  const names = reads.filter((name) => before.has(name));
  const belonging = belongingIn(request);
  if (arriving !== undefined)
    return arriving
      .slice(0, firstRecords)
      .map((message) => ({ ...message, sources: withMissing(message, names, belonging) }));
  const came = ways.map((way) => comingBy(way, names, request, belonging, ways.length > 1));
  if (join === undefined) return came.flat().slice(0, firstRecords);
  return came.flatMap((messages, at) => {
    const { from, fromPort } = ways[at] as Edge; // one list for each way
    const way = join.ways.get(`${from}:${fromPort}`) ?? from;
    return messages.slice(0, firstRecords).map((message) => ({ ...message, way }));
  });
}

/** A way through a step that is switched off leads on to those before it. What failed is no sample. */
function waysInto(flow: Flow, id: string, passed: Set<string>): readonly Edge[] {
  if (passed.has(id)) return [];
  passed.add(id);
  return flow.edges
    .filter(({ to }) => to === id)
    .flatMap((edge) =>
      flow.steps.find((step) => step.id === edge.from)?.disabled === true
        ? waysInto(flow, edge.from, passed)
        : [edge],
    );
}

/** Of earlier steps a message has only what this way passes: another one's would be there in a test, and in no run. */
function comingBy(
  { from, fromPort }: Edge,
  names: readonly string[],
  request: RunRequest,
  belonging: Belonging,
  isOneOfSeveral: boolean,
): readonly ArrivingMessage[] {
  if (fromPort === errorPort) return [];
  const known = ofStep(request.samples, from) ?? [];
  const ids = ofStep(request.sampleIds, from);
  const ports = ofStep(request.samplePorts, from);
  const passed = new Set([from, ...upstreamOf(request.flow, from)]);
  const onTheWay = names.filter((name) => passed.has(name));
  return known.flatMap((body, at) => {
    if (ports?.[at]?.includes(fromPort) === false) return [];
    const id = ids?.[at];
    const sources: Record<string, Json | undefined> = {};
    for (const name of onTheWay) sources[name] = name === from ? body : belonging(name, id, at);
    const named = id ?? String(at);
    return [{ id: isOneOfSeveral ? `${named}@${from}:${fromPort}` : named, body, sources }];
  });
}

/** What a step gave that this message did not bring along: its mapping may ask for more now than it did then. */
function withMissing(
  { id, sources }: ArrivingMessage,
  names: readonly string[],
  belonging: Belonging,
): ArrivingMessage['sources'] {
  const all: Record<string, Json | undefined> = { ...sources };
  for (const name of names) if (all[name] === undefined) all[name] = belonging(name, id, undefined);
  return all;
}

/** What a step gave for a message, by its id or its place. */
type Belonging = (step: string, id: string | undefined, at: number | undefined) => Json | undefined;

/** By the ids of the samples; without them the one at the same place. */
function belongingIn({ flow, samples, sampleIds: listed }: RunRequest): Belonging {
  const found = new Map<string, SampleIds>();
  const mayHavePassed = passedBy(flow);
  return (step, id, at) => {
    const known = ofStep(samples, step);
    const ids = ofStep(listed, step);
    if (known === undefined || (id !== undefined && !mayHavePassed(id, step))) return undefined;
    if (id === undefined || ids === undefined) return sampleAt(known, at);
    const ofIds = found.get(step) ?? sampleIds(ids);
    found.set(step, ofIds);
    return sampleAt(known, ofIds.placeOf(id));
  };
}

/** Where ways met, a message is named by the way that it came: what lies only on another one has nothing of it. */
function passedBy(flow: Flow): (id: string, step: string) => boolean {
  const onWays = new Map<string, ReadonlySet<string>>();
  const ids = new Set(flow.steps.map((each) => each.id));
  return (id, step) => {
    for (const [way, from = '', port = ''] of id.matchAll(/@([^@:]+):([^@.]*)/g)) {
      if (!ids.has(from)) continue; // the flow has another way there now
      const onWay = onWays.get(way) ?? beforeAndAfter(flow, from, port);
      onWays.set(way, onWay);
      if (!onWay.has(step)) return false;
    }
    return true;
  };
}

function beforeAndAfter(flow: Flow, from: string, port: string): ReadonlySet<string> {
  const entries = (step: string): number => flow.edges.filter(({ to }) => to === step).length;
  const ways = flow.edges.filter((edge) => edge.from === from && edge.fromPort === port);
  const meetings = behindSwitchedOff(flow, ways).filter((step) => entries(step) > 1);
  // None: another step stands between now.
  const after = meetings.length === 0 ? downstreamOf(flow, from) : meetings;
  return new Set([
    from,
    ...upstreamOf(flow, from),
    ...after,
    ...meetings.flatMap((step) => [...downstreamOf(flow, step)]),
  ]);
}

/** Where they lead: a step that is switched off hands on what it gets. */
function behindSwitchedOff(flow: Flow, ways: Flow['edges']): readonly string[] {
  const isOff = new Set(flow.steps.filter(({ disabled }) => disabled === true).map(({ id }) => id));
  const found = new Set<string>();
  const left = [...ways];
  for (let way = left.pop(); way !== undefined; way = left.pop()) {
    const { to } = way;
    if (found.has(to)) continue;
    found.add(to);
    if (isOff.has(to)) left.push(...flow.edges.filter((edge) => edge.from === to));
  }
  return [...found].filter((step) => !isOff.has(step));
}

function ofStep<Value>(
  values: Readonly<Record<string, Value>> | undefined,
  step: string,
): Value | undefined {
  return values !== undefined && Object.hasOwn(values, step) ? values[step] : undefined;
}
