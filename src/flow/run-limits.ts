/** What a run of a flow may take: what is usual, and what can be chosen. Whoever runs it may say otherwise. */
import { isUpTo } from './is-up-to.ts';

interface RunLimit {
  readonly usual: number;
  readonly most: number;
  /** Its name alone does not say what counts: whoever asks for it says more (`limits.<name>-help`). */
  readonly needsHelp: boolean;
}

/** By the names of the flow document. */
export const runLimits = {
  /** Of one message. */
  messageMegabytes: { usual: 10, most: 100, needsHelp: false },
  /** Made in one run, wherever one becomes many. */
  messages: { usual: 1_000_000, most: 100_000_000, needsHelp: false },
  /** On their way to services, of all steps together. */
  callsAtOnce: { usual: 16, most: 64, needsHelp: true },
  /** Until a service begins to answer, and between two parts of its answer. */
  waitSeconds: { usual: 60, most: 300, needsHelp: true },
} as const satisfies Readonly<Record<string, RunLimit>>;

export type RunLimitName = keyof typeof runLimits;
export const runLimitNames = Object.keys(runLimits) as readonly RunLimitName[];

/** Only what is not as usual. */
type Chosen = Readonly<Partial<Record<RunLimitName, number | undefined>>>;

/** The first that cannot be chosen. */
export function impossibleLimit(limits: Chosen): RunLimitName | undefined {
  return runLimitNames.find((name) => !isUpTo(runLimits[name].most, limits[name]));
}
