import { createCallRate } from './call-rate.ts';
import { RefusedError } from './refusal.ts';
import type { Session } from './session.ts';

/** How many calls, forms and sign-ins one workspace may have under way. The engine uses 16; the rest is room for tests and several tabs. */
const mostParallelCalls = 128;
const keptOutcomes = 200;

/** Counts calls under way and in a minute, and remembers why answers broke off. */
export interface CallGate {
  /** Throws `proxy.too-many-calls` or `proxy.calls-too-fast`. Answers how to leave. */
  enter(session: Session): () => void;
  noteOutcome(callId: string, session: Session, refused: RefusedError): void;
  outcome(callId: string, session: Session): RefusedError | undefined;
}

export function createCallGate(now: () => number, callsAMinute?: number): CallGate {
  const rate = createCallRate(now, callsAMinute);
  const running = new Map<string, number>();
  const outcomes = new Map<
    string,
    { readonly workspace: string; readonly refused: RefusedError }
  >();
  return {
    enter(session) {
      const { workspace } = session;
      const count = running.get(workspace) ?? 0;
      if (count >= mostParallelCalls)
        throw new RefusedError('proxy.too-many-calls', { count: mostParallelCalls });
      rate.take(session);
      running.set(workspace, count + 1);
      let isInside = true;
      return () => {
        if (!isInside) return;
        isInside = false;
        const left = (running.get(workspace) ?? 1) - 1;
        if (left === 0) running.delete(workspace);
        else running.set(workspace, left);
      };
    },
    noteOutcome(callId, { workspace }, refused) {
      outcomes.set(callId, { workspace, refused });
      const [oldest] = outcomes.keys();
      if (outcomes.size > keptOutcomes && oldest !== undefined) outcomes.delete(oldest);
    },
    outcome(callId, { workspace }) {
      const found = outcomes.get(callId);
      return found?.workspace === workspace ? found.refused : undefined;
    },
  };
}
