import type { Lesson } from '../lesson.ts';
import { connectStep, openStep, send, testFlow } from './marks.ts';

const changed = 1;
const usesNotes = { is: 'uses', place: changed, field: 'phone', source: 'notes' } as const;
const held = { is: 'held', place: changed } as const;

/** A flow with two mistakes: one that is seen before a test, and one that only the service notices. */
export const breakAndFix: Lesson = {
  id: 'break-and-fix',
  title: 'break-and-fix',
  ended: 'mended-ended',
  steps: [
    connectStep('connect', 0, { title: 'connect' }),
    {
      id: 'renamed',
      title: 'renamed',
      done: { is: 'sound' },
      marks: [
        {
          until: {
            is: 'any',
            of: [{ is: 'listed' }, { is: 'at-field', place: changed, field: 'birthday' }],
          },
          text: 'renamed-list',
          at: ['[data-problems-button]'],
        },
        {
          until: { is: 'at-field', place: changed, field: 'birthday' },
          text: 'renamed-go',
          at: ['[data-guide="problem"]'],
        },
        { text: 'renamed-fix', at: ['[data-guide="fix"]', '[data-guide="part step"]'] },
      ],
    },
    {
      id: 'run',
      title: 'run',
      once: true,
      done: {
        is: 'any',
        of: [
          { is: 'refused', place: changed },
          { is: 'accepted', place: changed },
        ],
      },
      marks: [testFlow('run-test', held), { text: 'run-send', at: send }],
    },
    {
      id: 'reason',
      title: 'reason',
      once: true,
      done: {
        is: 'any',
        of: [
          { is: 'at-field', place: changed, field: 'phone' },
          { is: 'not', of: usesNotes },
        ],
      },
      marks: [
        { text: 'reason-go', at: ['[data-guide="answer field"]', '[data-guide="part run"]'] },
      ],
    },
    {
      id: 'mend',
      title: 'mend',
      about: changed,
      done: { is: 'not', of: usesNotes },
      marks: [
        openStep(changed),
        {
          until: { is: 'open', place: changed, tab: 'mapping' },
          text: 'fill-tab',
          at: ['[data-guide="tab mapping"]', '[data-guide="part step"]'],
        },
        {
          text: 'mend-field',
          at: [`[data-field='["phone"]'] [role="textbox"]`, '[data-guide="part step"]'],
        },
      ],
    },
    {
      id: 'again',
      title: 'again',
      once: true,
      done: {
        is: 'all',
        of: [
          { is: 'accepted', place: changed },
          { is: 'not', of: usesNotes },
        ],
      },
      marks: [testFlow('again-test', held), { text: 'again-send', at: send }],
    },
  ],
};
