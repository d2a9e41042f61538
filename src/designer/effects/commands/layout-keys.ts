import type { Workbench } from '../../state/workbench.ts';
import type { CommandTarget } from './command.ts';

/** What keys do with notes and groups. It is loaded when it is used. */
export const layoutKeys = {
  'note.add': {
    where: 'everywhere',
    changes: true,
    keys: [['Shift', 'N']],
    isOffered: ({ document }: Workbench) => document.getState().flow !== undefined,
    act: (bench: Workbench, { at }: CommandTarget) =>
      void import('../note-acts.ts').then(({ addNote }) => addNote(bench, at)),
  },
  'group.make': {
    where: 'flow',
    changes: true,
    keys: [['mod', 'G']],
    isOffered: (_bench: Workbench, { steps }: CommandTarget) => steps.length > 1,
    act: (bench: Workbench, { steps }: CommandTarget) =>
      void import('../group-acts.ts').then(({ makeGroup }) => makeGroup(bench, steps)),
  },
  'group.rename': {
    where: 'flow',
    changes: true,
    keys: [['F2']],
    isOffered: isGroup,
    act: (bench: Workbench, { group = '' }: CommandTarget) =>
      void import('../group-acts.ts').then(({ renameGroup }) => renameGroup(bench, group)),
  },
} as const;

export function isGroup({ document }: Workbench, { group }: CommandTarget): boolean {
  const groups = document.getState().flow?.layout.groups;
  return group !== undefined && groups?.some(({ id }) => id === group) === true;
}
