/**
 * Answers to requests with an `Idempotency-Key`: the same key gives the same answer, so that a request whose answer
 * got lost can be sent again without a second record.
 *
 * 1. Only successes are kept: a refused request may be mended and sent again under its key.
 * 2. The same key with another body is a mistake of the sender and is refused, never answered from memory.
 */
import type { Json } from '../shared/index.ts';

export interface ReplayedAnswers {
  find(
    key: string | undefined,
    bodyText: string,
  ): { readonly body: Json } | 'other-body' | undefined;
  keep(key: string | undefined, bodyText: string, body: Json): void;
  clear(): void;
}

const kept = 2000;

export function createReplayedAnswers(): ReplayedAnswers {
  const answers = new Map<string, { bodyText: string; body: Json }>();
  return {
    find(key, bodyText) {
      const answer = key === undefined ? undefined : answers.get(key);
      if (answer === undefined) return undefined;
      return answer.bodyText === bodyText ? { body: answer.body } : 'other-body';
    },
    keep(key, bodyText, body) {
      if (key === undefined) return;
      answers.set(key, { bodyText, body });
      const oldest = answers.keys().next();
      if (answers.size > kept && oldest.done !== true) answers.delete(oldest.value);
    },
    clear: () => {
      answers.clear();
    },
  };
}
