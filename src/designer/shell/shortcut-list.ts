import { say } from '../../words/index.ts';
import { commands } from '../effects/commands/commands.ts';
import type { Keys } from '../effects/commands/command.ts';
import { noTarget } from '../effects/commands/targets.ts';
import { gestures } from '../effects/commands/gestures.ts';
import type { Workbench } from '../state/workbench.ts';

export interface Shortcut {
  /** Several ways to press it. */
  readonly keys: readonly Keys[];
  readonly does: string;
  readonly where: (typeof gestures)[number]['where'];
}

/** Every key that does something: commands first, then what keys do in certain places. */
export function shortcutList(bench: Workbench): readonly Shortcut[] {
  const ofCommands = Object.values(commands).flatMap(({ keys, where, title }) =>
    keys === undefined ? [] : [{ keys, where, does: title(bench, noTarget) }],
  );
  return [...ofCommands, ...gestures.map((each) => ({ ...each, does: say(each.does) }))];
}
