import { say } from '../../../words/index.ts';
import type { Command, CommandTarget } from './command.ts';
import { hasThings, pressedCommands } from './pressed-commands.ts';

/** What can be done with one step as with many. What copies is loaded when it is used. */
export const selectionCommands = {
  'selection.duplicate': {
    ...pressedCommands['selection.duplicate'],
    part: 'edit',
    title: (_bench, target) => titleOf('duplicate', target),
  },
  'selection.copy': {
    where: 'flow',
    part: 'edit',
    clipboard: 'copy',
    keys: [['mod', 'C']],
    title: (_bench, target) => titleOf('copy', target),
    isOffered: hasThings,
    act: (bench, target) =>
      void import('../steps-clipboard.ts').then(({ copyAloud }) => copyAloud(bench, target)),
  },
  'selection.cut': {
    where: 'flow',
    part: 'edit',
    changes: true,
    clipboard: 'cut',
    keys: [['mod', 'X']],
    title: (_bench, target) => titleOf('cut', target),
    isOffered: hasThings,
    act: (bench, target) =>
      void import('../steps-clipboard.ts').then(({ cutAloud }) => cutAloud(bench, target)),
  },
  'selection.paste': {
    where: 'flow',
    part: 'edit',
    changes: true,
    clipboard: 'paste',
    keys: [['mod', 'V']],
    title: () => say('arranging.paste'),
    isOffered: ({ document }) => document.getState().flow !== undefined,
    act: (bench) =>
      void import('../steps-clipboard.ts').then(({ pasteAloud }) => pasteAloud(bench)),
  },
} as const satisfies Readonly<Record<string, Command>>;

function titleOf(what: 'duplicate' | 'copy' | 'cut', { steps, notes = [] }: CommandTarget): string {
  const count = steps.length + notes.length;
  if (notes.length === 0) return say(`arranging.${what}`, { count });
  return steps.length === 0
    ? say(`notes.${what}`, { count })
    : say(`notes.things-${what}`, { count });
}
