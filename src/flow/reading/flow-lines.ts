/**
 * The flow as lines of a tree: the outline shows them, the reading tells them.
 *
 * 1. Every step is one line. A straight way on stays on its level: a flow of a thousand steps in a row is flat.
 * 2. Where a step has several ways on, each is a line below it, and what follows on it is below that.
 * 3. A step to which several ways lead stands after all of them, on the level of the step at which they parted. Each of the
 *    ways ends with a line that refers to it.
 * 4. Steps without any connection come last.
 */
import type { Edge, Flow, Step } from '../flow-document.ts';
import { orderSteps } from '../order-steps.ts';
import { errorPort } from '../step-facts.ts';

interface Line {
  readonly key: string;
  /** From 1. */
  readonly level: number;
}
interface StepLine extends Line {
  readonly kind: 'step';
  readonly step: string;
  /** The connection by which the line above leads here. */
  readonly edge?: string;
}
interface WayLine extends Line {
  readonly kind: 'way';
  readonly step: string;
  readonly port: string;
  readonly title: string;
  /** Its place among several connections by one port. */
  readonly number?: number;
  readonly edge?: string;
}
interface JoinLine extends Line {
  readonly kind: 'join';
  /** The step that stands elsewhere. */
  readonly step: string;
  readonly edge: string;
}
export type FlowLine = StepLine | WayLine | JoinLine;
export type Ways = readonly { readonly id: string; readonly title: string }[];

export function flowLines(
  flow: Pick<Flow, 'steps' | 'edges'>,
  waysOf: (step: Step) => Ways,
): readonly FlowLine[] {
  const map = mapOf(flow);
  const lines: FlowLine[] = [];
  const placed = new Set<string>();

  function draw(first: Step, level: number, by?: Edge): void {
    let edge = by;
    for (let step: Step | undefined = first; step !== undefined;) {
      if (placed.has(step.id)) return;
      placed.add(step.id);
      lines.push({
        kind: 'step',
        key: `step ${step.id}`,
        level,
        step: step.id,
        ...(edge !== undefined && { edge: edge.id }),
      });
      const out: readonly Edge[] = map.outOf.get(step.id) ?? [];
      const declared = waysOf(step);
      const isStraight = declared.length <= 1 && out.length <= 1;
      const ways = isStraight ? [] : waysOn(declared, out);
      if (ways.length > 1) {
        for (const way of ways) drawWay(step, way, level + 1);
        for (const join of map.joinsOf.get(step.id) ?? []) draw(join, level);
        return;
      }
      edge = isStraight ? out[0] : ways[0]?.edge;
      if (edge === undefined) return;
      step = map.next(edge);
      if (step === undefined) lines.push(joinLine(edge, level));
    }
  }

  function drawWay(from: Step, { edge, ...way }: WayOn, level: number): void {
    const key = `way ${from.id} ${way.port} ${edge?.id ?? ''}`;
    lines.push({
      kind: 'way',
      key,
      level,
      step: from.id,
      ...way,
      ...(edge !== undefined && { edge: edge.id }),
    });
    if (edge === undefined) return;
    const next = map.next(edge);
    if (next === undefined) lines.push(joinLine(edge, level + 1));
    else draw(next, level + 1, edge);
  }

  for (const step of [...map.top, ...map.alone]) draw(step, 1);
  for (const step of flow.steps) draw(step, 1);
  return lines;
}

interface WayOn {
  readonly port: string;
  readonly title: string;
  readonly number?: number;
  readonly edge?: Edge;
}

/** Every connection is a way on; so is a way by name that leads nowhere yet. Failures are one only where they lead on. */
function waysOn(declared: Ways, out: readonly Edge[]): readonly WayOn[] {
  const ids = new Set(declared.map(({ id }) => id));
  const unknown = [...new Set(out.map(({ fromPort }) => fromPort))]
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, title: id }));
  return [...declared, ...unknown].flatMap(({ id: port, title }): readonly WayOn[] => {
    const edges = out.filter(({ fromPort }) => fromPort === port);
    if (edges.length === 0) return port === errorPort ? [] : [{ port, title }];
    return edges.map((edge, at) => ({
      port,
      title,
      edge,
      ...(edges.length > 1 && { number: at + 1 }),
    }));
  });
}

function joinLine(edge: Edge, level: number): JoinLine {
  return { kind: 'join', key: `join ${edge.id}`, level, step: edge.to, edge: edge.id };
}

interface FlowMap {
  readonly outOf: ReadonlyMap<string, readonly Edge[]>;
  /** The steps to which several ways lead, by the step at which those parted. */
  readonly joinsOf: ReadonlyMap<string, readonly Step[]>;
  /** What begins, then what several of those lead to. */
  readonly top: readonly Step[];
  readonly alone: readonly Step[];
  /** The step behind a connection, where no other one leads to it. */
  next(edge: Edge): Step | undefined;
}

function mapOf(flow: Pick<Flow, 'steps' | 'edges'>): FlowMap {
  const ordered = orderSteps(flow);
  const rank = new Map(ordered.map((step, at) => [step.id, at]));
  const outOf = new Map<string, Edge[]>();
  const into = new Map<string, Edge[]>();
  for (const edge of flow.edges) {
    const [from, to] = [rank.get(edge.from), rank.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    push(outOf, edge.from, edge);
    if (from < to) push(into, edge.to, edge); // an edge back is one of a broken file
  }
  const parted = new Map<string, { readonly at: string | undefined; readonly depth: number }>();
  const joinsOf = new Map<string, Step[]>();
  const begins: Step[] = [];
  const joins: Step[] = [];
  const alone: Step[] = [];
  for (const step of ordered) {
    const [first, ...others] = into.get(step.id) ?? [];
    let at = first?.from;
    for (const { from } of others) at = lastShared(parted, at, from);
    parted.set(step.id, { at, depth: at === undefined ? 0 : (parted.get(at)?.depth ?? 0) + 1 });
    if (first === undefined) (outOf.has(step.id) ? begins : alone).push(step);
    else if (others.length > 0 && at === undefined) joins.push(step);
    else if (others.length > 0 && at !== undefined) push(joinsOf, at, step);
  }
  return {
    outOf,
    joinsOf,
    top: [...begins, ...joins],
    alone,
    next: ({ from, to }) =>
      into.get(to)?.length === 1 && into.get(to)?.[0]?.from === from
        ? ordered[rank.get(to) ?? -1]
        : undefined,
  };
}

/** The last step that every way to both passes. */
function lastShared(
  parted: ReadonlyMap<string, { readonly at: string | undefined; readonly depth: number }>,
  first: string | undefined,
  second: string | undefined,
): string | undefined {
  let [one, other] = [first, second];
  while (one !== other) {
    if (one === undefined || other === undefined) return undefined;
    if ((parted.get(one)?.depth ?? 0) >= (parted.get(other)?.depth ?? 0)) one = parted.get(one)?.at;
    else other = parted.get(other)?.at;
  }
  return one;
}

function push<Item>(into: Map<string, Item[]>, key: string, item: Item): void {
  const items = into.get(key);
  if (items === undefined) into.set(key, [item]);
  else items.push(item);
}
