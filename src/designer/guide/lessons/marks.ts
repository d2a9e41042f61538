/** What many lessons ask for in the same words. */
import type { Condition, LessonStep, Mark, Place } from '../lesson.ts';

/** What opens a step: the step itself, or on a phone first the part that shows the flow. */
const stepAt = (place: Place): readonly string[] => [
  `[data-step-button="{${place}}"]`,
  '[data-guide="part flow"]',
];

export function openStep(place: Place): Mark {
  return { until: { is: 'open', place }, text: 'open-step', at: stepAt(place) };
}

/** Connecting a step, by the sample key where there is one. */
export function connectStep(
  id: string,
  place: Place,
  words: Pick<LessonStep, 'title'>,
): LessonStep {
  return {
    id,
    ...words,
    about: place,
    done: { is: 'connected', place },
    marks: [
      openStep(place),
      {
        until: { is: 'open', place, tab: 'credential' },
        text: 'connect-tab',
        at: ['[data-guide="tab credential"]', '[data-guide="part step"]'],
      },
      {
        text: 'connect-key',
        at: ['[data-guide="sample-key"]', '[data-guide="accounts"]', '[data-guide="part step"]'],
      },
    ],
  };
}

/** A test of the whole flow, until it waits for a yes. */
export function testFlow(text: Mark['text'], until: Condition): Mark {
  return { until, text, at: ['[data-test-button]'] };
}

export const send = ['[data-guide="send"]', '[data-guide="part run"]'];
