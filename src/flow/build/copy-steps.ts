/**
 * Steps as a part that can be put down again: beside themselves, in another flow, in another window.
 *
 * 1. Ways and refs among the steps lead to the copies. A ref to a step outside of them stays as it is: where that step is
 *    not there, the check names it.
 * 2. No secret and no name of an account is in the part. It names the account's slot by its id, which means something in
 *    the same flow alone.
 * 3. Names are free where the part is put down; samples stay where they are.
 */
import { usedRefs } from '../../mapping/index.ts';
import type { Edge, Flow, Step } from '../flow-document.ts';
import { withoutAccount, withoutSecrets } from '../formats/without-secrets.ts';
import type { Position } from '../layout.ts';
import type { Operation } from '../operation.ts';
import { operationOf, type FindOperations } from '../step-facts.ts';
import type { NewId } from './new-flow.ts';
import { overlaps, stepSize, stride } from './positions.ts';
import { rewireRefs } from './rewire.ts';

export interface CopiedSteps {
  /** The id of the flow that they were copied from. */
  readonly flow: string;
  readonly steps: readonly Step[];
  readonly edges: readonly Edge[];
  readonly positions: Readonly<Record<string, Position>>;
}

export interface PastedSteps {
  readonly operation: Operation;
  /** The new steps, by their ids. */
  readonly steps: readonly string[];
  /** Data of steps that are not here, in how many places. */
  readonly lostRefs: number;
  /** How many had an account that this flow does not have. */
  readonly lostAccounts: number;
}

export function copySteps(
  flow: Flow,
  catalog: FindOperations,
  ids: readonly string[],
): CopiedSteps {
  const chosen = new Set(ids);
  return {
    flow: flow.id,
    steps: flow.steps
      .filter(({ id }) => chosen.has(id))
      .map((step) => withoutAccount(withoutSecrets(step, operationOf(step, catalog)))),
    edges: flow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    positions: Object.fromEntries(
      Object.entries(flow.layout.positions).filter(([id]) => chosen.has(id)),
    ),
  };
}

/** Puts them around `centre`, lower when something stands there. */
export function pasteSteps(
  flow: Flow,
  copied: CopiedSteps,
  newId: NewId,
  centre: Position = { x: 0, y: 0 },
): PastedSteps {
  const isAtHome = copied.flow === flow.id;
  const slots = new Set(flow.credentials.map(({ id }) => id));
  const known = new Set(flow.steps.map(({ id }) => id));
  const inside = new Set(copied.steps.map(({ id }) => id));
  let lostRefs = 0;
  let lostAccounts = 0;
  const steps = copied.steps.map((step): Step => {
    for (const content of Object.values(step.slots))
      for (const { ref } of usedRefs(content))
        if (!inside.has(ref.from) && !known.has(ref.from) && !isScope(ref.from)) lostRefs += 1;
    const { credential, ...free } = step;
    if (credential === undefined || (isAtHome && slots.has(credential))) return step;
    lostAccounts += 1;
    return free;
  });
  const places = steps.map(({ id }, at) => copied.positions[id] ?? { x: at * stride.x, y: 0 });
  const put = putDown(flow, { ...copied, steps }, newId, freePlaces(flow, places, centre));
  const label = { type: 'batch', label: 'paste-steps', params: { count: steps.length } } as const;
  return { operation: { ...label, operations: put.operations }, ...put, lostRefs, lostAccounts };
}

/** Copies steps beside themselves, with all they have but samples. */
export function duplicateSteps(
  flow: Flow,
  ids: readonly string[],
  newId: NewId,
): Pick<PastedSteps, 'operation' | 'steps'> {
  const chosen = new Set(ids);
  const steps = flow.steps.filter(({ id }) => chosen.has(id));
  const edges = flow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const places = steps.map(({ id }) => {
    const { x, y } = flow.layout.positions[id] ?? { x: 0, y: 0 };
    return { x, y: y + stride.y };
  });
  const put = putDown(flow, { steps, edges }, newId, lowered(flow, places));
  const label = { type: 'batch', label: 'duplicate-steps' } as const;
  return {
    operation: { ...label, params: { count: steps.length }, operations: put.operations },
    steps: put.steps,
  };
}

function putDown(
  flow: Flow,
  { steps, edges }: Pick<CopiedSteps, 'steps' | 'edges'>,
  newId: NewId,
  places: readonly Position[],
): { readonly operations: readonly Operation[]; readonly steps: readonly string[] } {
  const ids = new Map(steps.map(({ id }) => [id, newId()]));
  const taken = new Set(flow.steps.map(({ name }) => name));
  const operations: Operation[] = [];
  for (const [at, step] of steps.entries()) {
    const name = freeName(step.name, taken);
    taken.add(name);
    const copy = rewireRefs({ ...step, id: ids.get(step.id) ?? newId(), name }, ids);
    operations.push({ type: 'step.add', step: copy, position: places[at] ?? { x: 0, y: 0 } });
  }
  for (const edge of edges) {
    const from = ids.get(edge.from);
    const to = ids.get(edge.to);
    if (from !== undefined && to !== undefined)
      operations.push({ type: 'edge.connect', edge: { ...edge, id: newId(), from, to } });
  }
  return { operations, steps: [...ids.values()] };
}

/** What a ref may begin with beside a step: facts of the run, an entry of a list. */
function isScope(from: string): boolean {
  return from === 'flow' || from.startsWith('item:');
}

/** "CRM" becomes "CRM 2" where there is one, and "CRM 2" becomes "CRM 3". */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const base = name.replace(/ \d{1,6}$/, '');
  for (let number = 2; ; number++) {
    const free = `${base} ${String(number)}`;
    if (!taken.has(free)) return free;
  }
}

function freePlaces(
  flow: Flow,
  places: readonly Position[],
  centre: Position,
): readonly Position[] {
  const left = Math.min(...places.map(({ x }) => x));
  const right = Math.max(...places.map(({ x }) => x)) + stepSize.width;
  const top = Math.min(...places.map(({ y }) => y));
  const bottom = Math.max(...places.map(({ y }) => y)) + stepSize.height;
  const dx = Math.round(centre.x - (left + right) / 2);
  const dy = Math.round(centre.y - (top + bottom) / 2);
  return lowered(
    flow,
    places.map(({ x, y }) => ({ x: x + dx, y: y + dy })),
  );
}

/** The places as they are among each other, as far down as nothing stands in their way. */
function lowered(flow: Flow, places: readonly Position[]): readonly Position[] {
  const others = Object.values(flow.layout.positions);
  let down = 0;
  // Each round passes what stood in the way, so there are at most as many rounds as steps.
  for (let round = 0; round <= others.length; round++) {
    let passed = down;
    for (const place of places)
      for (const other of others)
        if (overlaps(other, { x: place.x, y: place.y + down }))
          passed = Math.max(passed, other.y + stride.y - place.y);
    if (passed === down) break;
    down = passed;
  }
  return places.map(({ x, y }) => ({ x, y: y + down }));
}
