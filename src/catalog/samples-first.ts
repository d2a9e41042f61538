import { hasSample, type ComponentSummary } from './summary.ts';

/** What a newcomer can use without an account of their own comes first; else the order is kept. */
export function samplesFirst<Each extends ComponentSummary>(
  components: readonly Each[],
): readonly Each[] {
  return components.toSorted((one, other) => Number(hasSample(other)) - Number(hasSample(one)));
}
