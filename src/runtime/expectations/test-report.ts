import type { Failure } from '../failure.ts';
import type { ValueDifference } from './differences.ts';
import type { FlowTest, RecordedMessage } from './flow-test.ts';

export type MessageState = RecordedMessage['state'] | 'cancelled';

/** One thing that is not as it was in the run that the test was made from. */
export type TestDifference = { readonly step: string } & (
  | ({ readonly what: 'sent' | 'gave'; readonly message: number } & ValueDifference)
  | {
      readonly what: 'address';
      readonly message: number;
      readonly expected: string;
      readonly got: string;
    }
  | {
      readonly what: 'way';
      readonly message: number;
      readonly expected: readonly string[];
      readonly got: readonly string[];
    }
  | {
      readonly what: 'became';
      readonly message: number;
      readonly expected: MessageState;
      readonly got: MessageState;
      readonly failure?: Failure;
    }
  /** Other numbers of messages came here. */
  | { readonly what: 'count'; readonly expected: number; readonly got: number }
  /** As many messages came, but so many of them are others than then. */
  | { readonly what: 'others'; readonly count: number }
  /** Messages that the service has not answered in the recorded run. */
  | { readonly what: 'no-answer'; readonly count: number }
  /** The step is no longer in the flow. */
  | { readonly what: 'gone'; readonly name: string }
);

export interface TestReport {
  readonly test: string;
  readonly passed: boolean;
  /** The first ones; `more` is how many there are besides. */
  readonly differences: readonly TestDifference[];
  readonly more: number;
  /** The test as it would be if what came now was right; undefined where not all of it could come. */
  readonly asItIsNow?: FlowTest;
  /** Why the flow could not be run at all. */
  readonly failure?: Failure;
}
