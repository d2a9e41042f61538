import type { Lesson } from '../lesson.ts';
import { connectStep, openStep, send, testFlow } from './marks.ts';

/** From an empty canvas to a test: choose, connect, fill in, try. It names services, and follows whichever are chosen. */
export const firstFlow: Lesson = {
  id: 'first-flow',
  title: 'first-flow',
  ended: 'first-ended',
  steps: [
    {
      id: 'begin',
      title: 'begin',
      about: 0,
      done: { is: 'decided', place: 0 },
      marks: [
        {
          until: { is: 'there', place: 0 },
          text: 'begin-add',
          at: [
            '[data-guide="add catalog:crm"]',
            '[data-guide="choose"]',
            '[data-guide="part flow"]',
          ],
        },
        openStep(0),
        {
          text: 'begin-what',
          at: [
            '[data-guide="operation find-customers-by-status"]',
            '[data-guide="tab operation"]',
            '[data-guide="part step"]',
          ],
        },
      ],
    },
    connectStep('connect-begin', 0, { title: 'connect' }),
    {
      id: 'goal',
      title: 'goal',
      about: 'goal',
      done: {
        is: 'all',
        of: [
          { is: 'decided', place: 'goal' },
          { is: 'joined', place: 'goal' },
        ],
      },
      marks: [
        {
          until: { is: 'there', place: 'goal' },
          text: 'goal-add',
          at: [
            '[data-guide="add catalog:newsletter"]',
            '[data-guide="choose"]',
            '[data-guide="part flow"]',
          ],
        },
        {
          until: { is: 'joined', place: 'goal' },
          text: 'goal-join',
          at: ['[data-step-button="{0}"]', '[data-guide="part flow"]'],
        },
        openStep('goal'),
        {
          text: 'goal-what',
          at: [
            '[data-guide="operation add-subscriber"]',
            '[data-guide="tab operation"]',
            '[data-guide="part step"]',
          ],
        },
      ],
    },
    connectStep('connect-goal', 'goal', { title: 'connect-too' }),
    {
      id: 'fill',
      title: 'fill',
      about: 'goal',
      done: {
        is: 'all',
        of: [{ is: 'mapped', place: 'goal' }, { is: 'sound' }],
      },
      marks: [
        openStep('goal'),
        {
          until: { is: 'open', place: 'goal', tab: 'mapping' },
          text: 'fill-tab',
          at: ['[data-guide="tab mapping"]', '[data-guide="part step"]'],
        },
        {
          until: { is: 'mapped', place: 'goal' },
          text: 'fill-match',
          at: ['[data-guide="use-matches"]', '[data-guide="match"]', '[data-guide="part step"]'],
        },
        {
          text: 'fill-rest',
          at: ['[data-guide="fix"]', '[data-problems-button]'],
        },
      ],
    },
    {
      id: 'try',
      title: 'try',
      once: true,
      done: { is: 'ended', place: 'goal' },
      marks: [
        testFlow('try-test', {
          is: 'any',
          of: [
            { is: 'held', place: 'goal' },
            { is: 'halted', place: 'goal' },
          ],
        }),
        { until: { is: 'halted', place: 'goal' }, text: 'try-send', at: send },
        { text: 'try-answer', at: ['[data-guide="answer skip"]', '[data-guide="part run"]'] },
      ],
    },
  ],
};
