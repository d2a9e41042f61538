/** A lesson is data: steps, each with what has to be true for it to be done, and what to say and point at until then. */
import type { LessonId } from '../state/guide-store.ts';
import type { StepTab } from '../state/view-store.ts';
import type { GuideWord } from '../../words/guide.ts';

/**
 * A step of the flow by its place in it, whatever service the person chose for it; `goal` is the last one behind the first
 * that changes something, or of which nobody has said yet what it does.
 */
export type Place = number | 'goal';

/** What can be read from the stores. */
export type Condition =
  | { readonly is: 'there' | 'decided' | 'connected' | 'mapped'; readonly place: Place }
  | { readonly is: 'open'; readonly place: Place; readonly tab?: StepTab }
  /** A connection leads to it. */
  | { readonly is: 'joined'; readonly place: Place }
  /** The mapping points at this field. */
  | { readonly is: 'at-field'; readonly place: Place; readonly field: string }
  /** What fills this field of a step uses that field of an earlier one. */
  | {
      readonly is: 'uses';
      readonly place: Place;
      readonly field: string;
      readonly source: string;
    }
  /** The problems are listed. */
  | { readonly is: 'listed' }
  /** Nothing in the flow is unfinished or wrong. */
  | { readonly is: 'sound' }
  /** The last test of the whole flow waits for a yes; stands still at a refusal; has ended; has sent without a refusal. */
  | { readonly is: 'held' | 'halted' | 'ended' | 'refused' | 'accepted'; readonly place: Place }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'any' | 'all'; readonly of: readonly Condition[] };

/** One thing to do, and the control it is done with. */
export interface Mark {
  /** It is shown until this is so; the last of a step goes without. */
  readonly until?: Condition;
  readonly text: GuideWord;
  /** CSS selectors: the first that is in sight is pointed at. `{0}` is the id of the flow's first step, `{goal}` of that one. */
  readonly at: readonly string[];
}

export interface LessonStep {
  readonly id: string;
  readonly title: GuideWord;
  /** The step of the flow that its words are about: `{{step}}`; the one before it is `{{before}}`. */
  readonly about?: Place;
  readonly done: Condition;
  /** Once it was so, it stays done: a test that ran, something that was looked at. */
  readonly once?: true;
  readonly marks: readonly Mark[];
}

export interface Lesson {
  readonly id: LessonId;
  readonly title: GuideWord;
  readonly steps: readonly LessonStep[];
  /** What was reached. */
  readonly ended: GuideWord;
}
