import type { Failure } from '../failure.ts';

/** The run stopped while a call was on its way or waited for another try, or while formulas were worked out. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('the run stopped');
    this.failure = failure;
  }
}
