import type { Alignment } from '../../../flow/index.ts';
import { say } from '../../../words/first.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { Command, CommandTarget } from './command.ts';

const alignments: readonly Alignment[] = [
  'left',
  'centre',
  'right',
  'top',
  'middle',
  'bottom',
  'across',
  'down',
];

/** Where steps stand. What moves them is loaded when it is wanted. */
export const arrangeCommands = {
  'flow.tidy': {
    where: 'everywhere',
    part: 'edit',
    changes: true,
    title: () => say('arranging.tidy'),
    isOffered: ({ document }) => document.getState().flow !== undefined,
    isPossible: ({ document }) => (document.getState().flow?.steps.length ?? 0) > 1,
    act: (bench) => void import('../arrange-steps.ts').then(({ tidyAloud }) => tidyAloud(bench)),
  },
  'selection.tidy': {
    where: 'flow',
    part: 'edit',
    changes: true,
    title: (_bench, { steps }) => say('arranging.tidy-steps', { count: steps.length }),
    isOffered: areSeveral,
    act: (bench, { steps }) =>
      void import('../arrange-steps.ts').then(({ tidyAloud }) => tidyAloud(bench, steps)),
  },
  'selection.align': {
    where: 'flow',
    part: 'edit',
    changes: true,
    title: (_bench, { steps }) => say('arranging.align', { count: steps.length }),
    isOffered: areSeveral,
    choices: () => alignments.map((id) => ({ id, title: say(`arranging.align-${id}`) })),
    act: (bench, { steps }, choice) =>
      void import('../arrange-steps.ts').then(({ alignAloud }) => {
        const how = alignments.find((each) => each === choice);
        if (how !== undefined) alignAloud(bench, steps, how);
      }),
  },
} as const satisfies Readonly<Record<string, Command>>;

function areSeveral(_bench: Workbench, { steps }: CommandTarget): boolean {
  return steps.length > 1;
}
