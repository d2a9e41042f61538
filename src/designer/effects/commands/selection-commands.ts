import { say } from '../../../words/index.ts';
import type { Command } from './command.ts';
import { hasSteps, pressedCommands } from './pressed-commands.ts';

/** What can be done with one step as with many. What copies is loaded when it is used. */
export const selectionCommands = {
  'selection.duplicate': {
    ...pressedCommands['selection.duplicate'],
    part: 'edit',
    title: (_bench, { steps }) => say('arranging.duplicate', { count: steps.length }),
  },
  'selection.copy': {
    where: 'flow',
    part: 'edit',
    clipboard: 'copy',
    keys: [['mod', 'C']],
    title: (_bench, { steps }) => say('arranging.copy', { count: steps.length }),
    isOffered: hasSteps,
    act: (bench, { steps }) =>
      void import('../steps-clipboard.ts').then(({ copyAloud }) => copyAloud(bench, steps)),
  },
  'selection.cut': {
    where: 'flow',
    part: 'edit',
    changes: true,
    clipboard: 'cut',
    keys: [['mod', 'X']],
    title: (_bench, { steps }) => say('arranging.cut', { count: steps.length }),
    isOffered: hasSteps,
    act: (bench, { steps }) =>
      void import('../steps-clipboard.ts').then(({ cutAloud }) => cutAloud(bench, steps)),
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
