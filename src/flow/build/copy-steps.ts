/**
 * Steps as a part that can be put down again: beside themselves, in another flow, in another window.
 *
 * 1. Ways and refs among the steps lead to the copies. A ref to a step outside of them stays as it is: where that step is
 *    not there, the check names it.
 * 2. No secret and no name of an account is in the part. It names the account's slot by its id, which means something in
 *    the same flow alone.
 * 3. Names are free where the part is put down; samples stay where they are.
 * 4. Notes go with them, and a group all of whose steps are copied.
 */
import { usedRefs } from '../../mapping/index.ts';
import type { Edge, Flow, Step } from '../flow-document.ts';
import { withoutAccount, withoutSecrets } from '../formats/without-secrets.ts';
import type { Note, Position, StepGroup } from '../layout.ts';
import type { Operation } from '../operation.ts';
import type { FindOperations } from '../step-facts.ts';
import type { NewId } from './new-flow.ts';
import { stepSize, stride } from './positions.ts';
import { rewireRefs } from './rewire.ts';
import { roomBelow } from './room-below.ts';

export interface CopiedSteps {
  /** The id of the flow that they were copied from. */
  readonly flow: string;
  readonly steps: readonly Step[];
  readonly edges: readonly Edge[];
  readonly positions: Readonly<Record<string, Position>>;
  readonly notes: readonly Note[];
  readonly groups: readonly StepGroup[];
}

export interface PastedSteps {
  readonly operation: Operation;
  /** The new steps, by their ids. */
  readonly steps: readonly string[];
  readonly notes: readonly string[];
  /** Data of steps that are not here, in how many places. */
  readonly lostRefs: number;
  /** How many had an account that this flow does not have. */
  readonly lostAccounts: number;
}

export function copySteps(
  flow: Flow,
  catalog: FindOperations,
  ids: readonly string[],
  notes: readonly string[] = [],
): CopiedSteps {
  const chosen = new Set(ids);
  return {
    flow: flow.id,
    steps: flow.steps
      .filter(({ id }) => chosen.has(id))
      .map((step) => withoutAccount(withoutSecrets(step, catalog))),
    edges: flow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    positions: Object.fromEntries(
      Object.entries(flow.layout.positions).filter(([id]) => chosen.has(id)),
    ),
    notes: flow.layout.notes.filter(({ id }) => notes.includes(id)),
    groups: wholeGroups(flow, chosen),
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
  const middle = toMiddle(places, copied.notes, centre);
  const moved = shifted(places, middle);
  const by = { x: middle.x, y: middle.y + roomBelow(Object.values(flow.layout.positions), moved) };
  const put = putDown(flow, { ...copied, steps, places, by }, newId);
  const count = steps.length + copied.notes.length;
  const label = { type: 'batch', label: 'paste-steps', params: { count } } as const;
  return { ...put, operation: { ...label, operations: put.operations }, lostRefs, lostAccounts };
}

/** Copies steps and notes beside themselves, with all they have but samples. */
export function duplicateSteps(
  flow: Flow,
  ids: readonly string[],
  newId: NewId,
  noteIds: readonly string[] = [],
): Pick<PastedSteps, 'operation' | 'steps' | 'notes'> {
  const chosen = new Set(ids);
  const steps = flow.steps.filter(({ id }) => chosen.has(id));
  const edges = flow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const notes = flow.layout.notes.filter(({ id }) => noteIds.includes(id));
  const places = steps.map(({ id }) => flow.layout.positions[id] ?? { x: 0, y: 0 });
  const below = { x: 0, y: stride.y };
  const by =
    steps.length === 0
      ? besideNote
      : {
          x: 0,
          y: stride.y + roomBelow(Object.values(flow.layout.positions), shifted(places, below)),
        };
  const groups = wholeGroups(flow, chosen);
  const put = putDown(flow, { steps, edges, notes, groups, places, by }, newId);
  const label = { type: 'batch', label: 'duplicate-steps' } as const;
  return {
    ...put,
    operation: {
      ...label,
      params: { count: steps.length + notes.length },
      operations: put.operations,
    },
  };
}

const besideNote: Position = { x: 24, y: 24 };

function wholeGroups(flow: Flow, chosen: ReadonlySet<string>): readonly StepGroup[] {
  return flow.layout.groups.filter(
    ({ steps }) => steps.length > 0 && steps.every((step) => chosen.has(step)),
  );
}

interface ToPutDown extends Pick<CopiedSteps, 'steps' | 'edges' | 'notes' | 'groups'> {
  /** Of the steps, as they were. */
  readonly places: readonly Position[];
  /** How far everything is moved from where it was. */
  readonly by: Position;
}

function putDown(
  flow: Flow,
  { steps, edges, notes, groups, places, by }: ToPutDown,
  newId: NewId,
): Pick<PastedSteps, 'steps' | 'notes'> & { readonly operations: readonly Operation[] } {
  const ids = new Map(steps.map(({ id }) => [id, newId()]));
  const freeName = freeNames(flow.steps.map(({ name }) => name));
  const operations: Operation[] = [];
  const newPlaces = shifted(places, by);
  for (const [at, step] of steps.entries()) {
    const name = freeName(step.name);
    const copy = rewireRefs({ ...step, id: ids.get(step.id) ?? newId(), name }, ids);
    operations.push({ type: 'step.add', step: copy, position: newPlaces[at] ?? { x: 0, y: 0 } });
  }
  for (const edge of edges) {
    const from = ids.get(edge.from);
    const to = ids.get(edge.to);
    if (from !== undefined && to !== undefined)
      operations.push({ type: 'edge.connect', edge: { ...edge, id: newId(), from, to } });
  }
  for (const group of groups) {
    const members = group.steps.flatMap((step) => ids.get(step) ?? []);
    operations.push({ type: 'group.set', group: { ...group, id: newId(), steps: members } });
  }
  const newNotes = notes.map((note): Note => {
    const [position = note.position] = shifted([note.position], by);
    return { ...note, id: newId(), position };
  });
  operations.push(...newNotes.map((note): Operation => ({ type: 'note.set', note })));
  return { operations, steps: [...ids.values()], notes: newNotes.map(({ id }) => id) };
}

/** What a ref may begin with beside a step: facts of the run, an entry of a list. */
function isScope(from: string): boolean {
  return from === 'flow' || from.startsWith('item:');
}

/** "CRM" becomes "CRM 2" where there is one, and "CRM 2" becomes "CRM 3". */
function freeNames(names: readonly string[]): (name: string) => string {
  const taken = new Set(names);
  const counted = new Map<string, number>();
  return (name) => {
    let free = name;
    if (taken.has(name)) {
      const base = name.replace(/ \d{1,6}$/, '');
      let number = counted.get(base) ?? 1;
      do free = `${base} ${String(++number)}`;
      while (taken.has(free));
      counted.set(base, number);
    }
    taken.add(free);
    return free;
  };
}

/** How far all of it is from standing around `centre`. */
function toMiddle(places: readonly Position[], notes: readonly Note[], centre: Position): Position {
  const boxes = [
    ...places.map((place) => ({ ...place, ...stepSize })),
    ...notes.map(({ position, size }) => ({ ...position, ...size })),
  ];
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return {
    x: Math.round(centre.x - (left + right) / 2),
    y: Math.round(centre.y - (top + bottom) / 2),
  };
}

function shifted(places: readonly Position[], by: Position): readonly Position[] {
  return places.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));
}
