/**
 * What a person can do by a key or a menu, as data: menus, the list of keys and the handling of keys all read it.
 *
 * 1. `act` begins at once and says what it did; what it needs beyond the first view it imports itself.
 * 2. A command that is not offered is not shown; one that is not possible now is shown, and its title says why if it can.
 * 3. What changes the flow names `changes`: it is not offered while another tab writes.
 * 4. The first view hears keys (`pressed-commands.ts`); words, menus and all other commands (`commands.ts`) come after it.
 */
import type { LayoutColour, Position } from '../../../flow/index.ts';
import type { Workbench } from '../../state/workbench.ts';

/** What a command is done to. */
export interface CommandTarget {
  readonly steps: readonly string[];
  readonly edge?: string;
  /** The way out of its one step. */
  readonly port?: string;
  readonly notes?: readonly string[];
  readonly group?: string;
  /** The place on the canvas that was asked for. */
  readonly at?: Position;
}

/** Something that has to be chosen before a command can be done. */
export interface CommandChoice {
  readonly id: string;
  readonly title: string;
  /** The component whose icon stands beside it. */
  readonly component?: string;
  readonly colour?: LayoutColour;
}

/** The names of keys as a keyboard has them, pressed together; `mod` is Ctrl or ⌘. The last one is not a modifier. */
export type Keys = readonly string[];

export interface Act {
  /** Where its keys act: everywhere on the page, or while the focus is on the flow. */
  readonly where: 'everywhere' | 'flow';
  /** Several ways to press it. */
  readonly keys?: readonly Keys[];
  /** Its keys mean nothing to a field: they act while one is typed in as well. */
  readonly inFields?: true;
  /** The browser makes an event of its keys, with the clipboard in it: who hears that event acts, not its keys. */
  readonly clipboard?: 'copy' | 'cut' | 'paste';
  readonly changes?: true;
  /** What it is done to is gone then: it stands out in menus, and the keyboard goes on elsewhere. */
  readonly removes?: true;
  isOffered?(bench: Workbench, target: CommandTarget): boolean;
  isPossible?(bench: Workbench, target: CommandTarget): boolean;
  act(bench: Workbench, target: CommandTarget, choice?: string): void;
}

/** As menus and lists show it. */
export interface Command extends Act {
  title(bench: Workbench, target: CommandTarget): string;
  /** Other words by which it is looked for. */
  also?(): string;
  /** Where it stands in a menu: lines are drawn between parts. */
  readonly part: 'build' | 'order' | 'run' | 'edit' | 'remove' | 'file' | 'help';
  /** Offered once for each way out of a step. */
  readonly perPort?: true;
  choices?(bench: Workbench, target: CommandTarget): readonly CommandChoice[];
}
