/** Notes beside steps: added, written in, coloured, moved by keys, deleted. Each is one change, and said. */
import {
  removeSteps,
  usesOfSteps,
  type LayoutColour,
  type Note,
  type Operation,
  type Position,
} from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import type { Workbench } from '../state/workbench.ts';
import { applyAloud } from './apply-aloud.ts';
import { removeStepsInWords } from './remove-steps.ts';
import { showWithUndo } from './way-back.ts';

type Bench = Pick<Workbench, 'document' | 'view' | 'toasts' | 'announcer' | 'catalog'>;

const newNoteSize = { width: 240, height: 120 } as const;
const smallestNote = { width: 120, height: 60 } as const;
const above = 32;

/** Around the place, else above what is selected, else above the flow; it is written in at once. */
export function addNote(bench: Bench & Pick<Workbench, 'newId'>, at?: Position): void {
  const { document, view, toasts, announcer, newId } = bench;
  const { flow } = document.getState();
  if (flow === undefined) return;
  const id = newId();
  const note: Note = {
    id,
    text: '',
    position: at === undefined ? placeFor(bench) : around(at),
    size: newNoteSize,
    colour: 'sand',
  };
  const applied = document.apply({ type: 'note.set', note }, { joins: writingIn(id) });
  if (!applied.ok) {
    toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
    return;
  }
  view.selectSteps([], [id]);
  editNote(bench, id);
  announcer.announce(say('notes.added'));
}

/** On the canvas in its place, elsewhere in a dialog. */
export function editNote({ view }: Pick<Workbench, 'view'>, id: string): void {
  const isOnCanvas = view.getState().surface === 'canvas';
  view.setState({ editedNote: id, narrowTab: 'flow', ...(!isOnCanvas && { dialog: 'note' }) });
}

/** What is written in one go is one change, undone at once; with the note itself where that is new. */
export function writeNote({ document }: Pick<Workbench, 'document'>, id: string, text: string) {
  const note = document.getState().flow?.layout.notes.find((each) => each.id === id);
  if (note === undefined || note.text === text) return;
  document.apply({ type: 'note.set', note: { ...note, text } }, { joins: writingIn(id) });
}

function writingIn(id: string): string {
  return `note ${id}`;
}

export function colourNotes(bench: Bench, ids: readonly string[], colour: LayoutColour): void {
  const operations = notesOf(bench, ids).map((note): Operation => ({
    type: 'note.set',
    note: { ...note, colour },
  }));
  applyEach(bench, operations, 'colour-note');
}

/** By the arrow keys: as far, and as much larger. */
export function nudgeNote(bench: Bench, id: string, by: Position, isSize: boolean): void {
  const [note] = notesOf(bench, [id]);
  if (note === undefined) return;
  const { position, size } = note;
  const next = isSize
    ? { ...note, size: sizeOf(size.width + by.x, size.height + by.y) }
    : { ...note, position: { x: position.x + by.x, y: position.y + by.y } };
  applyAloud(bench, { type: 'note.set', note: next });
  if (isSize) bench.announcer.announce(say('notes.nudge-done', next.size));
}

export function resizeNote(bench: Bench, id: string, width: number, height: number): void {
  const [note] = notesOf(bench, [id]);
  const size = sizeOf(width, height);
  if (note === undefined || (note.size.width === size.width && note.size.height === size.height))
    return;
  applyAloud(bench, { type: 'note.set', note: { ...note, size } });
}

export function sizeOf(width: number, height: number): Note['size'] {
  return {
    width: Math.max(smallestNote.width, Math.round(width)),
    height: Math.max(smallestNote.height, Math.round(height)),
  };
}

/** Notes, with the steps that are selected beside them. Steps that others use are asked about first, and the notes wait. */
export function removeThings(
  bench: Bench,
  steps: readonly string[],
  notes: readonly string[] = [],
): void {
  const { catalog, document, view, toasts } = bench;
  const { flow } = document.getState();
  if (notes.length === 0) removeStepsInWords(bench, steps);
  if (flow === undefined || notes.length === 0) return;
  if (steps.length > 0 && usesOfSteps(flow, catalog, steps).length > 0) {
    view.setState({ dialog: 'removal', removing: steps });
    return;
  }
  const removals = notes.map((note): Operation => ({ type: 'note.remove', note }));
  const operations = steps.length === 0 ? removals : [removeSteps(flow, steps), ...removals];
  const count = steps.length + notes.length;
  const [only] = operations;
  if (only === undefined) return;
  const applied = document.apply(
    operations.length === 1
      ? only
      : {
          type: 'batch',
          label: steps.length === 0 ? 'remove-notes' : 'remove-things',
          params: { count },
          operations,
        },
  );
  if (!applied.ok) {
    toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
    return;
  }
  view.selectSteps([]);
  showWithUndo(
    bench,
    say(steps.length === 0 ? 'notes.removed' : 'notes.things-removed', { count }),
  );
}

function notesOf({ document }: Pick<Workbench, 'document'>, ids: readonly string[]) {
  return document.getState().flow?.layout.notes.filter(({ id }) => ids.includes(id)) ?? [];
}

function applyEach(bench: Bench, operations: readonly Operation[], label: string): void {
  const [only, ...others] = operations;
  if (only === undefined) return;
  applyAloud(bench, others.length === 0 ? only : { type: 'batch', label, operations });
}

function around({ x, y }: Position): Position {
  const { width, height } = newNoteSize;
  return { x: Math.round(x - width / 2), y: Math.round(y - height / 2) };
}

function placeFor({ document, view }: Pick<Workbench, 'document' | 'view'>): Position {
  const { positions = {}, notes = [] } = document.getState().flow?.layout ?? {};
  const chosen = view.getState().selectedSteps.flatMap((step) => positions[step] ?? []);
  const places = chosen.length > 0 ? chosen : Object.values(positions);
  const x = places.length === 0 ? 0 : Math.min(...places.map((place) => place.x));
  const y = places.length === 0 ? 0 : Math.min(...places.map((place) => place.y));
  let left = x;
  const top = y - newNoteSize.height - above;
  // Beside a note that stands there already.
  while (notes.some(({ position }) => position.x === left && position.y === top))
    left += newNoteSize.width + 20;
  return { x: left, y: top };
}
