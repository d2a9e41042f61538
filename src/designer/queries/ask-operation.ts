import {
  planCall,
  takeAnswer,
  type CallFailure,
  type Component,
  type Operation,
  type RequestTemplate,
} from '../../catalog/index.ts';
import type { Json, Wording } from '../../shared/index.ts';
import { callService, leaveService } from './proxy-client.ts';

/** The service (or the way to it) did not give what it was asked for. */
export class AskFailed extends Error {
  readonly wording: Wording;
  /** What the service answered, where it was asked. */
  readonly failed: CallFailure | undefined;
  constructor(wording: Wording, failed?: CallFailure) {
    super(wording.code);
    this.wording = wording;
    this.failed = failed;
  }
}

interface Asked {
  readonly component: Component;
  readonly operation: Operation;
  readonly settings: Readonly<Record<string, Json>>;
  /** The sealed token. */
  readonly credential: string | undefined;
  readonly mostPages: number;
}

/** All messages of a read operation that gives choices or shapes, page after page; it needs nothing but settings. */
export async function askOperation(asked: Asked): Promise<readonly Json[]> {
  const { component, operation, settings, credential, mostPages } = asked;
  const planned = planCall({ component, operation, settings, input: {} });
  if (!planned.ok) throw new AskFailed(planned.reason);
  let request: RequestTemplate | undefined = planned.value;
  const messages: Json[] = [];
  for (let page = 0; request !== undefined && page < mostPages; page += 1) {
    const answer = await callService(request, credential);
    if (answer.kind === 'unanswered') throw new AskFailed(answer.problem);
    const taken = takeAnswer({ component, operation, request, answer });
    if (!taken.ok) throw new AskFailed(taken.reason, taken.reason);
    messages.push(...taken.value.messages);
    request = taken.value.next;
  }
  if (request !== undefined) leaveService(request);
  return messages;
}
