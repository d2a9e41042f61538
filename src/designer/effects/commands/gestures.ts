import type { WordCode } from '../../../words/index.ts';
import type { Keys } from './command.ts';

/** Keys whose meaning depends on where exactly the focus is: the parts that act on them follow this list. */
interface Gesture {
  readonly keys: readonly Keys[];
  readonly does: WordCode;
  readonly where: 'everywhere' | 'flow' | 'outline' | 'mapping' | 'data';
}

export const gestures: readonly Gesture[] = [
  { keys: [['Esc']], does: 'shortcuts.close', where: 'everywhere' },
  { keys: [['↓'], ['↑'], ['→'], ['←']], does: 'shortcuts.palette-walk', where: 'everywhere' },
  { keys: [['←'], ['→'], ['↑'], ['↓']], does: 'shortcuts.canvas-go', where: 'flow' },
  {
    keys: [
      ['Alt', '←'],
      ['Alt', '→'],
    ],
    does: 'shortcuts.canvas-move',
    where: 'flow',
  },
  {
    keys: [
      ['Alt', 'Shift', '→'],
      ['Alt', 'Shift', '↓'],
    ],
    does: 'shortcuts.note-resize',
    where: 'flow',
  },
  { keys: [['Enter']], does: 'shortcuts.group-open', where: 'flow' },
  { keys: [['↑'], ['↓'], ['→'], ['←']], does: 'shortcuts.outline-walk', where: 'outline' },
  { keys: [['Space'], ['mod', 'Space']], does: 'shortcuts.outline-choose', where: 'outline' },
  { keys: [['Enter']], does: 'shortcuts.outline-open', where: 'outline' },
  { keys: [['+'], ['Insert']], does: 'shortcuts.outline-add', where: 'outline' },
  {
    keys: [
      ['Alt', '↑'],
      ['Alt', '↓'],
    ],
    does: 'shortcuts.outline-move',
    where: 'outline',
  },
  {
    keys: [
      ['mod', 'Enter'],
      ['Shift', 'F10'],
    ],
    does: 'shortcuts.outline-menu',
    where: 'outline',
  },
  { keys: [['a'], ['…'], ['z']], does: 'shortcuts.type-ahead', where: 'outline' },
  { keys: [['F6']], does: 'shortcuts.regions', where: 'mapping' },
  { keys: [['mod', 'M']], does: 'shortcuts.unmapped', where: 'mapping' },
  { keys: [['F8']], does: 'shortcuts.problem', where: 'mapping' },
  { keys: [['mod', 'Enter']], does: 'shortcuts.test', where: 'mapping' },
  { keys: [['/'], ['@']], does: 'shortcuts.insert-data', where: 'mapping' },
  { keys: [['Shift']], does: 'shortcuts.drag', where: 'mapping' },
  { keys: [['Enter']], does: 'shortcuts.pick', where: 'data' },
  { keys: [['↑'], ['↓'], ['←'], ['→']], does: 'shortcuts.walk', where: 'data' },
  { keys: [['*']], does: 'shortcuts.siblings', where: 'data' },
  {
    keys: [
      ['Alt', '→'],
      ['Alt', '←'],
    ],
    does: 'shortcuts.entries',
    where: 'data',
  },
  { keys: [['a'], ['…'], ['z']], does: 'shortcuts.type-ahead', where: 'data' },
];
