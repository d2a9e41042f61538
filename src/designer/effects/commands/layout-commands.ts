import { layoutColours, type LayoutColour, type StepGroup } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { Command, CommandChoice, CommandTarget } from './command.ts';
import { isGroup, layoutKeys } from './layout-keys.ts';

/** What can be done with notes and with groups of steps. What does it is loaded when it is used. */
export const layoutCommands = {
  'note.add': {
    ...layoutKeys['note.add'],
    part: 'build',
    title: () => say('canvas.add-note'),
    also: () => say('notes.also'),
  },
  'note.edit': {
    where: 'flow',
    part: 'build',
    changes: true,
    title: () => say('notes.edit'),
    isOffered: (_bench, { steps, notes }) => steps.length === 0 && notes?.length === 1,
    act: (bench, { notes: [note = ''] = [] }) =>
      void import('../note-acts.ts').then(({ editNote }) => editNote(bench, note)),
  },
  'note.colour': {
    where: 'flow',
    part: 'build',
    changes: true,
    title: (_bench, { notes = [] }) => say('notes.colour', { count: notes.length }),
    isOffered: (_bench, { steps, notes = [] }) => steps.length === 0 && notes.length > 0,
    choices: colours,
    act: (bench, { notes = [] }, choice) =>
      void import('../note-acts.ts').then(({ colourNotes }) => {
        const colour = colourOf(choice);
        if (colour !== undefined) colourNotes(bench, notes, colour);
      }),
  },
  'group.make': {
    ...layoutKeys['group.make'],
    part: 'edit',
    title: (_bench, { steps }) => say('groups.make', { count: steps.length }),
    also: () => say('groups.also'),
  },
  'step.enter-group': {
    where: 'flow',
    part: 'edit',
    changes: true,
    title: (_bench, { steps }) => say('groups.enter', { count: steps.length }),
    isOffered: (bench, target) => othersFor(bench, target).length > 0,
    choices: (bench, target) => othersFor(bench, target).map(({ id, title }) => ({ id, title })),
    act: (bench, { steps }, choice = '') =>
      void import('../group-acts.ts').then(({ enterGroup }) => enterGroup(bench, steps, choice)),
  },
  'step.leave-group': {
    where: 'flow',
    part: 'edit',
    changes: true,
    title: (bench, target) => say('groups.leave', { group: groupOf(bench, target)?.title ?? '' }),
    isOffered: (bench, target) => groupOf(bench, target) !== undefined,
    act: (bench, { steps }) =>
      void import('../group-acts.ts').then(({ leaveGroup }) => leaveGroup(bench, steps)),
  },
  'group.fold': {
    where: 'flow',
    part: 'build',
    title: (bench, target) => say(isFolded(bench, target) ? 'groups.unfold' : 'groups.fold'),
    isOffered: isGroup,
    act: (bench, { group = '' }) =>
      void import('../group-acts.ts').then(({ foldGroup }) => foldGroup(bench, group)),
  },
  'group.rename': {
    ...layoutKeys['group.rename'],
    part: 'build',
    title: () => say('groups.rename'),
  },
  'group.colour': {
    where: 'flow',
    part: 'build',
    changes: true,
    title: () => say('groups.colour'),
    isOffered: isGroup,
    choices: colours,
    act: (bench, { group = '' }, choice) =>
      void import('../group-acts.ts').then(({ colourGroup }) => {
        const colour = colourOf(choice);
        if (colour !== undefined) colourGroup(bench, group, colour);
      }),
  },
  'group.choose': {
    where: 'flow',
    part: 'edit',
    title: () => say('groups.choose'),
    isOffered: isGroup,
    act: (bench, { group = '' }) =>
      void import('../group-acts.ts').then(({ chooseGroup }) => chooseGroup(bench, group)),
  },
} as const satisfies Readonly<Record<string, Command>>;

function colours(): readonly CommandChoice[] {
  return layoutColours.map((colour) => ({
    id: colour,
    title: say(`notes.colour-${colour}`),
    colour,
  }));
}

function colourOf(choice: string | undefined): LayoutColour | undefined {
  return layoutColours.find((colour) => colour === choice);
}

function groupsOf({ document }: Workbench): readonly StepGroup[] {
  return document.getState().flow?.layout.groups ?? [];
}

/** The groups that not all of the steps are in. */
function othersFor(bench: Workbench, { steps }: CommandTarget): readonly StepGroup[] {
  if (steps.length === 0) return [];
  return groupsOf(bench).filter((group) => steps.some((step) => !group.steps.includes(step)));
}

function groupOf(bench: Workbench, { steps }: CommandTarget): StepGroup | undefined {
  return groupsOf(bench).find((group) => steps.some((step) => group.steps.includes(step)));
}

function isFolded(bench: Workbench, { group: id = '' }: CommandTarget): boolean {
  const group = groupsOf(bench).find((each) => each.id === id);
  return group?.collapsed === true && !bench.view.getState().openGroups.includes(id);
}
