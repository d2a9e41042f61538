/**
 * What a field held in each way to fill it, for as long as the page is open: a change of mode never loses a character.
 *
 * 1. Leaving a mode keeps its binding. Coming back gives it back, as long as the other mode was only looked at.
 * 2. What was changed in the other mode wins where it can be converted without loss; else the kept one comes back and
 *    the change is kept in its own mode.
 */
import { writeJson, type Json, type Wording } from '../../../shared/index.ts';
import { isNothing, type Binding } from '../../../mapping/index.ts';
import { canShow, convertMode, modeOf, type Mode } from './mode.ts';

export interface ModeMemory {
  /** By mode; a mode that was left while empty is kept as undefined. */
  readonly kept: ReadonlyMap<Mode, Binding | undefined>;
  /** The mode that was chosen last: the binding alone may not tell it. */
  readonly chosen: Mode | undefined;
  /** What the last change of mode put there: while it is untouched, nobody's work is in it. */
  readonly made: { readonly binding: Binding | undefined } | undefined;
  /** What the person made last, and in which mode. */
  readonly origin: { readonly mode: Mode; readonly binding: Binding | undefined } | undefined;
}

export const noMemory: ModeMemory = {
  kept: new Map(),
  chosen: undefined,
  made: undefined,
  origin: undefined,
};

/** The mode in which a field is shown. */
export function shownMode(binding: Binding | undefined, memory: ModeMemory): Mode {
  return memory.chosen !== undefined && canShow(memory.chosen, binding)
    ? memory.chosen
    : modeOf(binding);
}

export interface Switched {
  readonly binding: Binding | undefined;
  readonly memory: ModeMemory;
  /** In words, what the flow no longer holds (it is kept here): reason to ask first. */
  readonly lost?: Wording;
}

/** Goes to another mode. */
export function switchMode(binding: Binding | undefined, memory: ModeMemory, to: Mode): Switched {
  const from = shownMode(binding, memory);
  if (from === to) return { binding, memory: { ...memory, chosen: to } };
  const isUntouched =
    memory.made !== undefined &&
    memory.origin !== undefined &&
    isSame(memory.made.binding, binding);
  const kept = new Map(memory.kept).set(from, binding);
  const origin =
    isUntouched && memory.origin !== undefined ? memory.origin : { mode: from, binding };
  const isEmpty = isNothing(binding) || isSame(binding, { kind: 'literal', value: '' });
  const change = convertMode(origin.binding, to);
  const takesKept = kept.has(to) && (isUntouched || isEmpty || change.lost !== undefined);
  const next = takesKept ? kept.get(to) : change.binding;
  const lost = isUntouched ? undefined : change.lost;
  return {
    binding: next,
    memory: { kept, chosen: to, made: { binding: next }, origin },
    ...(lost !== undefined && { lost }),
  };
}

function isSame(one: Binding | undefined, other: Binding | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one === other || writeJson(one as unknown as Json) === writeJson(other as unknown as Json); // plain data
}
