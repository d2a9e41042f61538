/**
 * POST /api/call from the door to the answer: all of a call's way, whoever listens for it. What a call costs is most of what a
 * long run costs, so a listener may come straight here; whoever comes through the router comes here too.
 *
 * 1. Host, caller and session are looked at here, before a byte of the body is read.
 * 2. It never throws: a refusal is an answer.
 */
import { answerCall, type CallDeps } from './call.ts';
import type { CallGate } from './call-gate.ts';
import type { Caller } from './caller.ts';
import { callRequestSchema } from './contract.ts';
import type { Door, HeaderReader } from './door.ts';
import type { ReadyAnswer } from './ready-answer.ts';
import { toRefusalAnswer } from './refusal.ts';
import { callBytes, shapedAs } from './request-body.ts';
import type { Session } from './session.ts';

export const callPath = '/api/call';

/** A call as it came in. */
export interface ArrivedCall {
  readonly header: HeaderReader;
  readonly caller: Caller;
  /** The body. Throws `proxy.request-too-large`. */
  text(capBytes: number): Promise<string>;
}

export type CallRoute = (arrived: ArrivedCall) => Promise<ReadyAnswer>;

export function createCallRoute(
  deps: CallDeps & {
    readonly door: Door;
    /** Throws a refusal where there is no session. */
    readonly sessionOf: (header: HeaderReader) => Session;
    readonly gate: CallGate;
  },
): CallRoute {
  async function admitted(arrived: ArrivedCall, session: Session): Promise<ReadyAnswer> {
    const leave = deps.gate.enter(session);
    try {
      const call = shapedAs(callRequestSchema, await arrived.text(callBytes));
      return await answerCall(call, session, deps, leave, arrived.caller);
    } catch (cause) {
      leave();
      throw cause;
    }
  }

  return async (arrived) => {
    try {
      deps.door.checkHost(arrived.header('host'), callPath);
      return await admitted(arrived, deps.sessionOf(arrived.header));
    } catch (cause) {
      return toRefusalAnswer(cause);
    }
  };
}
