import type { WordCode } from '../../words/index.ts';

export interface Shortcut {
  /** Pressed together; several ways are told apart by `or`. */
  readonly keys: readonly string[];
  readonly or?: readonly string[];
  readonly does: WordCode;
  readonly where: 'everywhere' | 'canvas' | 'mapping' | 'data';
}

/** Every key that does something, as data: the list that a person sees. The parts that act on them follow it. */
export const shortcutList: readonly Shortcut[] = [
  { keys: ['?'], does: 'shortcuts.list', where: 'everywhere' },
  { keys: ['mod', 'Z'], does: 'shortcuts.undo', where: 'everywhere' },
  { keys: ['mod', 'Shift', 'Z'], or: ['mod', 'Y'], does: 'shortcuts.redo', where: 'everywhere' },
  { keys: ['Esc'], does: 'shortcuts.close', where: 'everywhere' },
  { keys: ['←', '→', '↑', '↓'], does: 'shortcuts.canvas-go', where: 'canvas' },
  { keys: ['Alt', '←'], or: ['Alt', '→'], does: 'shortcuts.canvas-move', where: 'canvas' },
  { keys: ['Delete'], does: 'shortcuts.canvas-delete', where: 'canvas' },
  { keys: ['F6'], does: 'shortcuts.regions', where: 'mapping' },
  { keys: ['mod', 'M'], does: 'shortcuts.unmapped', where: 'mapping' },
  { keys: ['F8'], does: 'shortcuts.problem', where: 'mapping' },
  { keys: ['mod', 'Enter'], does: 'shortcuts.test', where: 'mapping' },
  { keys: ['/'], or: ['@'], does: 'shortcuts.insert-data', where: 'mapping' },
  { keys: ['Shift'], does: 'shortcuts.drag', where: 'mapping' },
  { keys: ['Enter'], does: 'shortcuts.pick', where: 'data' },
  { keys: ['↑', '↓', '←', '→'], does: 'shortcuts.walk', where: 'data' },
  { keys: ['*'], does: 'shortcuts.siblings', where: 'data' },
  { keys: ['Alt', '→'], or: ['Alt', '←'], does: 'shortcuts.entries', where: 'data' },
  { keys: ['a', '…', 'z'], does: 'shortcuts.type-ahead', where: 'data' },
];
