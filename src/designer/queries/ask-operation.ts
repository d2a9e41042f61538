import {
  planCall,
  takeAnswer,
  type CallFailure,
  type Catalog,
  type Component,
  type Operation,
  type RequestTemplate,
} from '../../catalog/index.ts';
import type { Json, Wording } from '../../shared/index.ts';
import { answerHere } from './ask-here.ts';
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
  /** For what no service is asked but this browser. */
  readonly catalog: Catalog;
}

/** Documents of one description, or pages of a list. */
const mostAsked = 250;

/** All messages of a read operation that gives choices or shapes, page after page; it needs nothing but settings. */
export async function askOperation(asked: Asked): Promise<readonly Json[]> {
  const { component, operation, settings, credential, mostPages, catalog } = asked;
  const here = answerHere(operation);
  if (here !== undefined) {
    const { database } = await import('../storage/open-database.ts');
    return here({ operation, settings, catalog, db: database });
  }
  const planned = planCall({ component, operation, settings, input: {} });
  if (!planned.ok) throw new AskFailed(planned.reason);
  let request: RequestTemplate | undefined = planned.value;
  const messages: Json[] = [];
  let pages = 0;
  for (let asked = 0; request !== undefined && pages < mostPages && asked < mostAsked; asked += 1) {
    const answer = await callService(request, credential);
    const taken = takeAnswer({ component, operation, request, answer });
    if (!taken.ok)
      throw new AskFailed(taken.reason, answer.kind === 'answered' ? taken.reason : undefined);
    messages.push(...taken.value.messages);
    // A document that only leads to the next one is no page of messages.
    if (taken.value.messages.length > 0) pages += 1;
    request = taken.value.next;
  }
  if (request !== undefined) leaveService(request);
  return messages;
}
