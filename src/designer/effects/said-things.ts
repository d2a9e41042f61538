import { say } from '../../words/index.ts';
import type { CommandTarget } from './commands/command.ts';

/** What was done with so many steps, notes, or both. */
export function sayCount(
  what: 'duplicated' | 'copied' | 'pasted',
  { steps, notes = [] }: Pick<CommandTarget, 'steps' | 'notes'>,
): string {
  const count = steps.length + notes.length;
  if (notes.length === 0) return say(`arranging.${what}`, { count });
  return steps.length === 0
    ? say(`notes.${what}`, { count })
    : say(`notes.things-${what}`, { count });
}
