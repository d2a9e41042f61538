import { navigate } from 'wouter/use-browser-location';
import { startingStep, type Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { cameFrom, catalogueAddress } from '../../state/catalogue-address.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { LessonId } from '../../state/guide-store.ts';
import { focusStart } from '../../ui/focus.ts';
import { showSurface } from '../show-surface.ts';
import type { Command } from './command.ts';
import { opening, pressedCommands } from './pressed-commands.ts';

/** What can be done with the flow as a whole, wherever the focus is. */
export const flowCommands = {
  'flow.undo': {
    ...pressedCommands['flow.undo'],
    part: 'edit',
    title: () => say('common.undo'),
  },
  'flow.redo': {
    ...pressedCommands['flow.redo'],
    part: 'edit',
    title: () => say('common.redo'),
  },
  'flow.history': {
    where: 'everywhere',
    part: 'edit',
    title: () => say('versions.open'),
    also: () => say('versions.also'),
    isOffered: hasFlow,
    ...opening('history'),
  },
  'page.find': {
    ...pressedCommands['page.find'],
    part: 'edit',
    title: () => say('find.title'),
  },
  'flow.surface': {
    where: 'everywhere',
    part: 'edit',
    title: ({ view }) =>
      say(view.getState().surface === 'outline' ? 'outline.show-canvas' : 'outline.show'),
    isOffered: hasFlow,
    act: ({ view }) =>
      showSurface(view, view.getState().surface === 'outline' ? 'canvas' : 'outline'),
  },
  'flow.read': {
    where: 'everywhere',
    part: 'file',
    title: () => say('reading.open'),
    also: () => say('reading.also'),
    isOffered: ({ document }) => document.getState().flow !== undefined,
    ...opening('reading'),
  },
  'flow.picture': {
    where: 'everywhere',
    part: 'file',
    title: () => say('picture.open'),
    also: () => say('picture.also'),
    isOffered: ({ document }) => (document.getState().flow?.steps.length ?? 0) > 0,
    ...opening('picture'),
  },
  'flow.problems': {
    where: 'everywhere',
    part: 'run',
    title: () => say('problems.title'),
    isOffered: hasFlow,
    ...opening('problems'),
  },
  'flow.tests': {
    where: 'everywhere',
    part: 'run',
    title: () => say('tests.open'),
    isOffered: hasFlow,
    ...opening('tests'),
  },
  'flow.start': {
    where: 'everywhere',
    part: 'run',
    title: () => say('inspector.start-open'),
    also: () => say('inspector.start-also'),
    isOffered: (bench) => firstStep(bench) !== undefined,
    act(bench) {
      bench.view.selectStep(firstStep(bench)?.id, 'operation');
      // On a phone the list of components lies over the step.
      bench.view.setState({ narrowTab: 'step', choosing: false, insertAt: undefined });
      focusStart();
    },
  },
  'flow.limits': {
    where: 'everywhere',
    part: 'run',
    title: () => say('limits.open'),
    also: () => say('limits.also'),
    isOffered: hasFlow,
    ...opening('limits'),
  },
  'flow.export': {
    where: 'everywhere',
    part: 'file',
    title: () => say('common.export'),
    also: () => say('common.export-also'),
    isOffered: hasFlow,
    ...opening('export'),
  },
  'flow.import': {
    where: 'everywhere',
    part: 'file',
    title: () => say('common.import'),
    ...opening('import'),
  },
  'page.backup': {
    where: 'everywhere',
    part: 'file',
    title: () => say('workspace.backup-open'),
    also: () => say('workspace.backup-also'),
    ...opening('backup'),
  },
  'page.restore': {
    where: 'everywhere',
    part: 'file',
    title: () => say('workspace.restore-open'),
    also: () => say('workspace.restore-also'),
    ...opening('restore'),
  },
  'page.room': {
    where: 'everywhere',
    part: 'file',
    title: () => say('workspace.room-open'),
    also: () => say('workspace.room-also'),
    ...opening('room'),
  },
  'page.catalogue': {
    where: 'everywhere',
    part: 'help',
    title: () => say('catalogue.open'),
    also: () => say('catalogue.also'),
    act: ({ document, view }) =>
      navigate(
        catalogueAddress(undefined, cameFrom(document.getState().flow?.id, view.getState())),
      ),
  },
  'page.keys': {
    ...pressedCommands['page.keys'],
    part: 'help',
    title: () => say('shortcuts.open'),
  },
  'page.words': {
    where: 'everywhere',
    part: 'help',
    title: () => say('help.words'),
    also: () => say('help.words-also'),
    ...opening('words'),
  },
  'guide.resume': {
    where: 'everywhere',
    part: 'help',
    title: () => say('help.resume'),
    also: () => say('help.also'),
    isOffered: ({ guide, document }) => {
      const { guided } = guide.getState();
      return (
        guided !== undefined && (guided.paused || guided.flow !== document.getState().flow?.id)
      );
    },
    act: ({ guide }) => guide.ask('resume'),
  },
  'guide.first-flow': lesson('first-flow'),
  'guide.break-and-fix': lesson('break-and-fix'),
} as const satisfies Readonly<Record<string, Command>>;

/** Where it is said how the flow starts: once what the step does is chosen. */
function firstStep({ document, catalog }: Workbench): Step | undefined {
  const { flow } = document.getState();
  const step = flow && startingStep(flow, catalog);
  return step === undefined || step.operation === '' ? undefined : step;
}

function hasFlow({ document }: Workbench): boolean {
  return document.getState().flow !== undefined;
}

function lesson(id: LessonId) {
  return {
    where: 'everywhere',
    part: 'help',
    title: () => say(`help.${id}`),
    also: () => say('help.also'),
    act: ({ guide }: Workbench) => guide.ask(id),
  } as const;
}
