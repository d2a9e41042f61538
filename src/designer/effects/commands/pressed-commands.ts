/**
 * The commands that keys stand for, without their words: the first view hears them. What an act needs is fetched when it runs.
 */
import type { DialogName } from '../../state/view-store.ts';
import type { Workbench } from '../../state/workbench.ts';
import { withFetched } from '../fetched.ts';
import { removeEdgeInWords } from '../remove-edge.ts';
import { redoInWords, undoInWords } from '../way-back.ts';
import type { Act, CommandTarget, Keys } from './command.ts';
import { layoutKeys } from './layout-keys.ts';
import { isOffered } from './targets.ts';

export const pressedCommands = {
  'flow.undo': {
    where: 'everywhere',
    changes: true,
    keys: [['mod', 'Z']],
    isPossible: ({ document }) => document.getState().past.length > 0,
    act: undoInWords,
  },
  'flow.redo': {
    where: 'everywhere',
    changes: true,
    keys: [
      ['mod', 'Shift', 'Z'],
      ['mod', 'Y'],
    ],
    isPossible: ({ document }) => document.getState().future.length > 0,
    act: redoInWords,
  },
  'page.find': {
    where: 'everywhere',
    inFields: true,
    keys: [['mod', 'K']],
    ...opening('find'),
  },
  'page.keys': {
    where: 'everywhere',
    keys: [['?']],
    ...opening('shortcuts'),
  },
  'selection.duplicate': {
    where: 'flow',
    changes: true,
    keys: [['mod', 'D']],
    isOffered: hasThings,
    act: (bench, target) =>
      withFetched(
        bench,
        () => import('../duplicate-steps.ts'),
        ({ duplicateAloud }) => duplicateAloud(bench, target),
      ),
  },
  'selection.remove': {
    where: 'flow',
    changes: true,
    removes: true,
    keys: [['Delete'], ['Backspace']],
    isOffered: (_bench, { steps, edge, notes, group }) =>
      steps.length > 0 || [edge, notes, group].some((part) => part !== undefined),
    act(bench, { steps, edge, notes, group }) {
      if (group !== undefined)
        withFetched(
          bench,
          () => import('../group-acts.ts'),
          ({ ungroup }) => ungroup(bench, group),
        );
      else if (notes !== undefined)
        withFetched(
          bench,
          () => import('../note-acts.ts'),
          ({ removeThings }) => removeThings(bench, steps, notes),
        );
      else if (steps.length > 0)
        withFetched(
          bench,
          () => import('../remove-steps.ts'),
          ({ removeStepsInWords }) => removeStepsInWords(bench, steps),
        );
      else if (edge !== undefined) removeEdgeInWords(bench, edge);
    },
  },
  ...layoutKeys,
} as const satisfies Readonly<Record<string, Act>>;

/** Does what the pressed keys stand for, and says what that was. */
export function runPressed(
  bench: Workbench,
  event: PressedKeys,
  where: Act['where'],
  target: CommandTarget,
  inField = false,
): Act | undefined {
  const all: readonly Act[] = Object.values(pressedCommands);
  const command = all.find(
    (each) =>
      each.where === where &&
      (!inField || each.inFields === true) &&
      each.keys?.some((keys) => isPressed(event, keys)) === true &&
      isOffered(bench, each, target) &&
      (each.isPossible?.(bench, target) ?? true),
  );
  command?.act(bench, target);
  return command;
}

/** A key opens no dialog over another one; where everything is found makes room for what was found. */
export function opening(dialog: DialogName) {
  return {
    isPossible({ view }: Workbench) {
      const { dialog: open } = view.getState();
      return open === undefined || (open === 'find' && dialog !== 'find');
    },
    act: ({ view }: Workbench) => view.setState({ dialog }),
  };
}

export function hasThings(_bench: Workbench, { steps, notes = [] }: CommandTarget): boolean {
  return steps.length + notes.length > 0;
}

export function hasSteps(_bench: Workbench, { steps }: CommandTarget): boolean {
  return steps.length > 0;
}

type PressedKeys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

function isPressed(event: PressedKeys, keys: Keys): boolean {
  const key = keys.at(-1)?.toLowerCase() ?? '';
  // How a sign such as "?" is reached differs from keyboard to keyboard.
  const isSign = key.length === 1 && key === key.toUpperCase();
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === keys.includes('mod') &&
    event.altKey === keys.includes('Alt') &&
    (isSign || event.shiftKey === keys.includes('Shift'))
  );
}
