/**
 * What is different between two versions of a flow, in words: by ids, so that a step with a new name is the same step.
 * Samples are left out: they are how one browser tests the flow.
 */
import { humanise, type WordParams, type Wording } from '../../shared/index.ts';
import type { CredentialSlot, Edge, Flow, Step } from '../flow-document.ts';
import { diffGroups, diffNotes } from './diff-layout.ts';
import { isAlike } from './is-alike.ts';
import { changedKeys } from './step-plan.ts';

export interface FlowDifference extends Wording {
  readonly mark: 'added' | 'removed' | 'changed';
  /** What it is about, where it can be seen on the canvas. */
  readonly step?: string;
  readonly edge?: string;
}

/** What people call a field of a step. */
export type FieldTitle = (step: Step, side: 'input' | 'settings', name: string) => string;

export function diffFlow(
  before: Flow,
  after: Flow,
  titleOf: FieldTitle = (_step, _side, name) => humanise(name),
): readonly FlowDifference[] {
  return [
    ...ofFlow(before, after),
    ...ofSteps(before, after, titleOf),
    ...ofEdges(before, after),
    ...ofMoves(before, after),
    ...ofCredentials(before.credentials, after.credentials),
    ...diffNotes(before.layout.notes, after.layout.notes),
    ...diffGroups(before.layout.groups, after.layout.groups),
  ];
}

function ofFlow(before: Flow, after: Flow): FlowDifference[] {
  const found: FlowDifference[] = [];
  if (before.name !== after.name)
    found.push(said('changed', 'flow-renamed', { before: before.name, after: after.name }));
  if (!isAlike(before.start, after.start)) found.push(said('changed', 'start-changed'));
  if (!isAlike(before.limits, after.limits)) found.push(said('changed', 'limits-changed'));
  if (before.locale !== after.locale || before.timeZone !== after.timeZone)
    found.push(said('changed', 'region-changed'));
  return found;
}

function ofSteps(before: Flow, after: Flow, titleOf: FieldTitle): FlowDifference[] {
  if (before.steps === after.steps) return [];
  const older = byId(before.steps);
  const newer = byId(after.steps);
  return [
    ...before.steps
      .filter(({ id }) => !newer.has(id))
      .map(({ id, name }) => ({ ...said('removed', 'step-removed', { step: name }), step: id })),
    ...after.steps.flatMap((step) => {
      const was = older.get(step.id);
      const { id, name } = step;
      return was === undefined
        ? [{ ...said('added', 'step-added', { step: name }), step: id }]
        : ofStep(was, step, titleOf);
    }),
  ];
}

function ofStep(was: Step, is: Step, titleOf: FieldTitle): FlowDifference[] {
  if (was === is) return [];
  const titles = (side: 'input' | 'settings', names: readonly string[]) =>
    namesOf(names.map((name) => titleOf(is, side, name)));
  const found: FlowDifference[] = [];
  const add = (key: string, params: WordParams = {}) =>
    found.push({ ...said('changed', key, { step: is.name, ...params }), step: is.id });
  if (was.name !== is.name) add('step-renamed', { before: was.name });
  if (was.component !== is.component) add('step-replaced');
  else if (was.operation !== is.operation) add('step-operation');
  if (was.credential !== is.credential) add('step-credential');
  const settings = changedKeys(was.settings, is.settings);
  if (settings.length > 0) add('step-settings', titles('settings', settings));
  for (const slot of changedKeys(was.slots, is.slots)) {
    const fields = changedFields(was.slots[slot], is.slots[slot]);
    if (slot === 'input' && fields.length > 0) add('step-fields', titles('input', fields));
    else if (slot === 'input') add('step-mapping');
    else add('step-slot', { slot: humanise(slot) });
  }
  if (!isAlike(was.shapes, is.shapes)) add('step-shape');
  if (was.emit !== is.emit) add('step-emit');
  if (was.onFailure !== is.onFailure) add('step-failure');
  if (was.retry?.attempts !== is.retry?.attempts) add('step-tries');
  if (was.parallel !== is.parallel) add('step-parallel');
  if ((was.disabled ?? false) !== (is.disabled ?? false))
    add(is.disabled === true ? 'step-off' : 'step-on');
  if (was.note !== is.note) add('step-note');
  return found;
}

/** The fields of a mapping that are filled otherwise; none where it is no form. */
function changedFields(was: unknown, is: unknown): readonly string[] {
  const [one, other] = [propsOf(was), propsOf(is)];
  return one === undefined || other === undefined ? [] : changedKeys(one, other);
}

function propsOf(content: unknown): Readonly<Record<string, unknown>> | undefined {
  if (content === undefined) return {};
  if (typeof content !== 'object' || content === null || !('props' in content)) return undefined;
  return content.props as Readonly<Record<string, unknown>>; // of a binding of kind "object"
}

/** Connections are told by what they join: one that was taken away and drawn again is no difference. */
function ofEdges(before: Flow, after: Flow): FlowDifference[] {
  if (before.edges === after.edges) return [];
  const ends = ({ from, fromPort, to }: Edge) => JSON.stringify([from, fromPort, to]);
  const [older, newer] = [new Set(before.edges.map(ends)), new Set(after.edges.map(ends))];
  const [stepsBefore, steps] = [byId(before.steps), byId(after.steps)];
  const names = ({ from, to }: Edge, of: ReadonlyMap<string, Step>) => ({
    from: of.get(from)?.name ?? '',
    to: of.get(to)?.name ?? '',
  });
  return [
    // Of a step that has gone, its connections have gone with it.
    ...before.edges
      .filter((edge) => !newer.has(ends(edge)) && steps.has(edge.from) && steps.has(edge.to))
      .map((edge) => ({
        ...said('removed', 'edge-removed', names(edge, stepsBefore)),
        edge: edge.id,
      })),
    ...after.edges
      .filter((edge) => !older.has(ends(edge)))
      .map((edge) => ({ ...said('added', 'edge-added', names(edge, steps)), edge: edge.id })),
  ];
}

function ofMoves(before: Flow, after: Flow): FlowDifference[] {
  if (before.layout.positions === after.layout.positions) return [];
  const known = byId(before.steps);
  const count = after.steps.filter(
    ({ id }) => known.has(id) && !isAlike(before.layout.positions[id], after.layout.positions[id]),
  ).length;
  return count === 0 ? [] : [said('changed', 'moved', { count })];
}

function ofCredentials(
  before: readonly CredentialSlot[],
  after: readonly CredentialSlot[],
): FlowDifference[] {
  if (before === after) return [];
  const [older, newer] = [byId(before), byId(after)];
  const tell = (mark: FlowDifference['mark'], { name }: CredentialSlot) =>
    said(mark, `credential-${mark}`, { name });
  return [
    ...before.filter(({ id }) => !newer.has(id)).map((slot) => tell('removed', slot)),
    ...after.flatMap((slot) => {
      const was = older.get(slot.id);
      if (was === undefined) return [tell('added', slot)];
      return isAlike(was, slot) ? [] : [tell('changed', slot)];
    }),
  ];
}

const named = 3;

/** The first few names, and how many there are. */
function namesOf(names: readonly string[]): WordParams {
  const shown = names.slice(0, named).join(', ');
  return { fields: names.length > named ? `${shown}, …` : shown, count: names.length };
}

function byId<Thing extends { readonly id: string }>(
  things: readonly Thing[],
): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function said(mark: FlowDifference['mark'], key: string, params: WordParams = {}): FlowDifference {
  return { mark, code: `versions.${key}`, params };
}
