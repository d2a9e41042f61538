import type { Wording } from '../../../shared/index.ts';
import type { SamplePlace, SampleProblem } from './check-samples.ts';

/** Where a value does not fit, in words: the sample, and the entry of each list around. */
export function placeWords({ sample, entries }: SamplePlace): Wording {
  return entries.length === 0
    ? { code: 'mapping.place', params: { sample } }
    : { code: 'mapping.place-entry', params: { sample, entry: entries.join(', ') } };
}

/** How many more there are besides the first; undefined when it is the only one. */
export function moreWords({ count }: SampleProblem): Wording | undefined {
  return count < 2 ? undefined : { code: 'mapping.place-more', params: { count: count - 1 } };
}
