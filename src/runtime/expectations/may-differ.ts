import { generalised } from './differences.ts';
import type { Expectation, FlowTest } from './flow-test.ts';
import type { TestDifference } from './test-report.ts';

/** The test with what came out otherwise as fields that may differ: right after it was kept, what differs differs always. */
export function allowing(test: FlowTest, found: readonly TestDifference[]): FlowTest {
  return {
    ...test,
    steps: test.steps.map((expectation) => {
      const places = found
        .filter(({ step }) => step === expectation.step)
        .flatMap((difference) => {
          const place = placeIn(difference);
          return place === undefined ? [] : [place];
        });
      return places.reduce(mayDifferAt, expectation);
    }),
  };
}

/** One more place that is not looked at. */
export function mayDifferAt(expectation: Expectation, place: readonly string[]): Expectation {
  const isKnown = expectation.mayDiffer.some((known) => known.join('\n') === place.join('\n'));
  return {
    ...expectation,
    mode: 'except',
    mayDiffer: isKnown ? expectation.mayDiffer : [...expectation.mayDiffer, [...place]],
  };
}

/** Where in a value a difference is, if it is about one; `*` stands for every entry of a list. */
export function placeIn(difference: TestDifference): readonly string[] | undefined {
  return difference.what === 'sent' || difference.what === 'gave'
    ? generalised(difference.path)
    : undefined;
}
