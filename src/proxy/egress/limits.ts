import { RefusedError } from '../refusal.ts';

/** What one call may take. Every limit has its own refusal, so that the person reads which one it was. */
export interface Limits {
  readonly connectMs: number;
  /** From sending until the service's headers are there, for each hop. */
  readonly headersMs: number;
  /** Without a single byte, in either direction. */
  readonly idleMs: number;
  /** The whole answer: ends a service that sends a byte now and then. */
  readonly totalMs: number;
  /** After decompression. */
  readonly answerBytes: number;
  readonly headerBytes: number;
  readonly redirects: number;
}

const callLimits: Limits = {
  connectMs: 10_000,
  headersMs: 60_000,
  idleMs: 60_000,
  totalMs: 300_000,
  answerBytes: 32 * 1024 * 1024,
  headerBytes: 32 * 1024,
  redirects: 5,
};

/**
 * By what a call is for: data that becomes messages, a file that is passed on as it is, or much that is sent, for which a slow
 * line takes its time. (What a task takes: `tasks/answer-task.ts`.)
 */
export const limitsByProfile = {
  call: callLimits,
  download: { ...callLimits, answerBytes: 100 * 1024 * 1024, totalMs: 900_000 },
  upload: { ...callLimits, totalMs: 900_000 },
} as const satisfies Record<string, Limits>;

export type Profile = keyof typeof limitsByProfile;

export function tooLarge(capBytes: number): RefusedError {
  return new RefusedError('proxy.answer-too-large', {
    megabytes: Math.round((capBytes / 1024 / 1024) * 10) / 10,
  });
}
