import type { Workbench } from '../../state/workbench.ts';
import { withFetched } from '../fetched.ts';
import type { CommandTarget } from './command.ts';

/** What keys do with notes and groups. It is loaded when it is used. */
export const layoutKeys = {
  'note.add': {
    where: 'everywhere',
    changes: true,
    keys: [['Shift', 'N']],
    isOffered: ({ document }: Workbench) => document.getState().flow !== undefined,
    act: (bench: Workbench, { at }: CommandTarget) =>
      withFetched(
        bench,
        () => import('../note-acts.ts'),
        ({ addNote }) => addNote(bench, at),
      ),
  },
  'group.make': {
    where: 'flow',
    changes: true,
    keys: [['mod', 'G']],
    isOffered: (_bench: Workbench, { steps }: CommandTarget) => steps.length > 1,
    act: (bench: Workbench, { steps }: CommandTarget) =>
      withFetched(
        bench,
        () => import('../group-acts.ts'),
        ({ makeGroup }) => makeGroup(bench, steps),
      ),
  },
  'group.rename': {
    where: 'flow',
    changes: true,
    keys: [['F2']],
    isOffered: isGroup,
    act: (bench: Workbench, { group = '' }: CommandTarget) =>
      withFetched(
        bench,
        () => import('../group-acts.ts'),
        ({ renameGroup }) => renameGroup(bench, group),
      ),
  },
} as const;

export function isGroup({ document }: Workbench, { group }: CommandTarget): boolean {
  const groups = document.getState().flow?.layout.groups;
  return group !== undefined && groups?.some(({ id }) => id === group) === true;
}
