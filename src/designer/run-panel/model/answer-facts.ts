import type { MessageResponse } from '../../../runtime/contract.ts';
import { say, type WordCode } from '../../../words/index.ts';
import { timeInWords } from '../../../words/run-words.ts';

const kinds: readonly (readonly [RegExp, WordCode])[] = [
  [/[/+]json$/, 'run-panel.content-json'],
  [/^text\/html$/, 'run-panel.content-html'],
  [/[/+]xml$/, 'run-panel.content-xml'],
  [/^text\/csv$/, 'run-panel.content-csv'],
  [/^text\//, 'run-panel.content-text'],
  [/form-urlencoded$/, 'run-panel.content-form'],
  [/^image\//, 'run-panel.content-picture'],
];

/** Below this, tenths of a second would say that it took none. */
const shortest = 50;

/** What an answer is and how long it took: "JSON · 0.3 s · 3 pages read". What nobody knows is not said. */
export function answerFacts({ contentType, ms, pages }: MessageResponse): string {
  return [
    contentType === undefined ? undefined : contentInWords(contentType),
    ms === undefined ? undefined : ms < shortest ? say('run-panel.at-once') : timeInWords(ms),
    pages === undefined ? undefined : say('run-panel.pages-read', { count: pages }),
  ]
    .filter((words) => words !== undefined)
    .join(' · ');
}

/** A kind of content that has no everyday name is called what the service calls it. */
function contentInWords(contentType: string): string {
  const [type = ''] = contentType.split(';');
  const plain = type.trim().toLowerCase();
  const known = kinds.find(([pattern]) => pattern.test(plain))?.[1];
  return known === undefined ? plain.slice(0, 60) : say(known);
}
