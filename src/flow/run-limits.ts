/** What a run of a flow may take: what is usual, and what can be chosen. Whoever runs it may say otherwise. */
import { isUpTo } from './is-up-to.ts';

/** By the names of the flow document. */
export const runLimits = {
  /** Of one message. */
  messageMegabytes: { usual: 10, most: 100 },
  /** Made in one run, wherever one becomes many. */
  messages: { usual: 1_000_000, most: 100_000_000 },
  /** On their way to services, of all steps together. */
  callsAtOnce: { usual: 16, most: 64 },
  /** Until a service begins to answer, and between two parts of its answer. */
  waitSeconds: { usual: 60, most: 300 },
} as const;

export type RunLimitName = keyof typeof runLimits;
export const runLimitNames = Object.keys(runLimits) as readonly RunLimitName[];

/** Only what is not as usual. */
type Chosen = Readonly<Partial<Record<RunLimitName, number | undefined>>>;

/** The first that cannot be chosen. */
export function impossibleLimit(limits: Chosen): RunLimitName | undefined {
  return runLimitNames.find((name) => !isUpTo(runLimits[name].most, limits[name]));
}
