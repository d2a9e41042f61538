/** What is different about notes and groups. What was only moved is counted, for the steps and the notes each. */
import type { WordParams, Wording } from '../../shared/index.ts';
import type { Note, StepGroup } from '../layout.ts';
import { isAlike } from './is-alike.ts';

export interface LayoutDifference extends Wording {
  readonly mark: 'added' | 'removed' | 'changed';
}

export function diffNotes(before: readonly Note[], after: readonly Note[]): LayoutDifference[] {
  if (before === after) return [];
  const { added, removed, both } = compared(before, after);
  const moved = both.filter(
    ([was, is]) => !isAlike(placeOf(was), placeOf(is)) && was.text === is.text,
  ).length;
  return [
    ...removed.map((note) => ofNote('removed', 'note-removed', note)),
    ...added.map((note) => ofNote('added', 'note-added', note)),
    ...both.flatMap(([was, is]) => {
      if (was.text !== is.text) return [ofNote('changed', 'note-text', is)];
      return was.colour === is.colour ? [] : [ofNote('changed', 'note-coloured', is)];
    }),
    ...(moved === 0 ? [] : [said('changed', 'notes-moved', { count: moved })]),
  ];
}

/** By its beginning; one that says nothing is called so. */
function ofNote(mark: LayoutDifference['mark'], key: string, note: Note): LayoutDifference {
  const name = beginOf(note);
  return name === '' ? said(mark, `${key}-empty`, {}) : said(mark, key, { name });
}

export function diffGroups(
  before: readonly StepGroup[],
  after: readonly StepGroup[],
): LayoutDifference[] {
  if (before === after) return [];
  const { added, removed, both } = compared(before, after);
  return [
    ...removed.map(({ title }) => said('removed', 'group-removed', { name: title })),
    ...added.map(({ title, steps }) =>
      said('added', 'group-added', { name: title, count: steps.length }),
    ),
    ...both.flatMap(([was, is]) => ofGroup(was, is)),
  ];
}

function ofGroup(was: StepGroup, is: StepGroup): LayoutDifference[] {
  const found: LayoutDifference[] = [];
  const add = (key: string, params: WordParams = {}) =>
    found.push(said('changed', key, { name: is.title, ...params }));
  if (was.title !== is.title) add('group-renamed', { before: was.title });
  const came = is.steps.filter((step) => !was.steps.includes(step)).length;
  const went = was.steps.filter((step) => !is.steps.includes(step)).length;
  if (came > 0) add('group-came', { count: came });
  if (went > 0) add('group-went', { count: went });
  if (was.colour !== is.colour) add('group-coloured');
  if ((was.collapsed ?? false) !== (is.collapsed ?? false))
    add(is.collapsed === true ? 'group-folded' : 'group-unfolded');
  return found;
}

function compared<Thing extends { readonly id: string }>(
  before: readonly Thing[],
  after: readonly Thing[],
) {
  const older = new Map(before.map((thing) => [thing.id, thing]));
  const newer = new Set(after.map(({ id }) => id));
  return {
    removed: before.filter(({ id }) => !newer.has(id)),
    added: after.filter(({ id }) => !older.has(id)),
    both: after.flatMap((is): readonly (readonly [Thing, Thing])[] => {
      const was = older.get(is.id);
      return was === undefined || was === is ? [] : [[was, is]];
    }),
  };
}

function placeOf({ position, size }: Note): object {
  return { position, size };
}

const longest = 40;

/** The first line that says something. */
function beginOf({ text }: Note): string {
  const line =
    text
      .split('\n')
      .map((each) => each.trim())
      .find((each) => each !== '') ?? '';
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function said(mark: LayoutDifference['mark'], key: string, params: WordParams): LayoutDifference {
  return { mark, code: `versions.${key}`, params };
}
