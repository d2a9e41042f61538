/** What an evaluation reads besides data: the flow's language and zone, the run's clock and ids. Never the host's. */
export interface EvaluationContext {
  readonly locale: string;
  readonly timeZone: string;
  /** Milliseconds since 1970, from the run's clock. */
  readonly now: number;
  uuid(): string;
  /** Lets the host do what waits, now and then while many formulas are worked out. May throw: then the evaluation is given up. */
  breathe?(): Promise<void>;
}
