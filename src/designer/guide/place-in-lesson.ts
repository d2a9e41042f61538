import type { Guided } from '../state/guide-store.ts';
import { holds, stepAt, type Facts } from './conditions.ts';
import type { Lesson, LessonStep, Mark } from './lesson.ts';

/** Where a person is: a step of the lesson, or behind the last one. */
export interface PlaceInLesson {
  /** The place of the step; as many as there are steps at the end. */
  readonly at: number;
  /** What was done once on the way here, and is remembered from now on. */
  readonly passed: readonly string[];
}

/**
 * The first step that is neither skipped nor done. What counts as it is now can come undone: a step of the flow that was
 * deleted again leads back to where it was added.
 */
export function placeInLesson(
  { steps }: Lesson,
  { passed, skipped }: Pick<Guided, 'passed' | 'skipped'>,
  facts: Facts,
): PlaceInLesson {
  const remembered = [...passed];
  for (const [at, step] of steps.entries()) {
    if (skipped.includes(step.id) || remembered.includes(step.id)) continue;
    if (!holds(step.done, facts)) return { at, passed: remembered };
    if (step.once === true) remembered.push(step.id);
  }
  return { at: steps.length, passed: remembered };
}

/** The steps that were passed over, and are still not so. */
export function leftOut(
  { steps }: Lesson,
  { passed, skipped }: Pick<Guided, 'passed' | 'skipped'>,
  facts: Facts,
): readonly LessonStep[] {
  return steps.filter(
    ({ id, done }) => skipped.includes(id) && !passed.includes(id) && !holds(done, facts),
  );
}

/** What is to be done next in a step: the first thing that is not so yet. */
export function markOf({ marks }: LessonStep, facts: Facts): Mark | undefined {
  return marks.find(({ until }) => until === undefined || !holds(until, facts));
}

/** Selectors with the ids of the flow's steps in them; those of steps that are not there find nothing. */
export function selectorsOf({ at }: Mark, facts: Facts): readonly string[] {
  return at.flatMap((selector) => {
    const [, place] = /\{(\d|goal)\}/.exec(selector) ?? [];
    if (place === undefined) return [selector];
    const step = stepAt(facts, place === 'goal' ? place : Number(place));
    return step === undefined
      ? []
      : [selector.replace(`{${place}}`, JSON.stringify(step.id).slice(1, -1))];
  });
}
