import type { Json } from '../../shared/index.ts';
import { sampleAt, sampleIds } from '../../flow/index.ts';
import type { RunRequest } from '../run-request.ts';
import type { Inline } from './executor.ts';

/**
 * A step that is left out of a test gives its sample instead: of each message what belongs to it, by the ids of the
 * sample, else by its place, else the first. One that gives lists gives all of its sample where nothing tells more.
 */
export function leftOut(
  step: string,
  givesMany: boolean,
  { samples, sampleIds: known }: Pick<RunRequest, 'samples' | 'sampleIds'>,
): Inline {
  const messages = Object.hasOwn(samples, step) ? (samples[step] ?? []) : [];
  const listed = known !== undefined && Object.hasOwn(known, step) ? known[step] : undefined;
  const ids = listed === undefined ? undefined : sampleIds(listed);
  let came = 0;

  function manyOf(id: string): readonly Json[] {
    const under = ids?.placesUnder(id) ?? [];
    return under.length === 0 ? messages : under.flatMap((at) => messages.slice(at, at + 1));
  }

  function oneOf(id: string, at: number): readonly Json[] {
    const found = sampleAt(messages, ids?.placeOf(id) ?? at);
    return found === undefined ? [] : [found];
  }

  return {
    run({ id }) {
      const at = came++;
      return { state: 'done', outputs: givesMany ? manyOf(id) : oneOf(id, at) };
    },
  };
}
