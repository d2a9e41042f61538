import type { Flow } from '../flow-document.ts';
import { changed, refused, withItem, type Applied, type OperationOf } from './change.ts';

export const noteOperations = {
  'note.set'(flow: Flow, { note, at }: OperationOf<'note.set'>): Applied {
    const before = flow.layout.notes.find(({ id }) => id === note.id);
    return changed(
      withNotes(flow, withItem(flow.layout.notes, note, at)),
      before === undefined
        ? { type: 'note.remove', note: note.id }
        : { type: 'note.set', note: before },
    );
  },

  'note.remove'(flow: Flow, { note: id }: OperationOf<'note.remove'>): Applied {
    const at = flow.layout.notes.findIndex((note) => note.id === id);
    const note = flow.layout.notes[at];
    if (note === undefined) return refused('unknown-note');
    return changed(
      withNotes(
        flow,
        flow.layout.notes.filter((other) => other !== note),
      ),
      { type: 'note.set', note, at },
    );
  },
};

function withNotes(flow: Flow, notes: Flow['layout']['notes']): Flow {
  return { ...flow, layout: { ...flow.layout, notes } };
}
