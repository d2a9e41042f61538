import {
  planCall,
  takeAnswer,
  tellsDescription,
  type CallFailure,
  type Catalog,
  type Component,
  type Operation,
  type RequestTemplate,
} from '../../catalog/index.ts';
import type { Json, Wording } from '../../shared/index.ts';
import type { NeedComponents } from '../state/need-components.ts';
import { answerHere } from './ask-here.ts';
import { askDescription } from './description-thread.ts';
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
  /** What was read of a service's description a moment ago will not do. */
  readonly anew?: boolean;
  /** For what no service is asked but this browser. */
  readonly catalog: Catalog;
  readonly needComponents: NeedComponents;
}

/** All messages of a read operation that gives choices or shapes, page after page; it needs nothing but settings. */
export async function askOperation(asked: Asked): Promise<readonly Json[]> {
  const { component, operation, settings, credential, mostPages, catalog, needComponents } = asked;
  const here = answerHere(operation);
  if (here !== undefined) {
    const { database } = await import('../storage/open-database.ts');
    return here({ operation, settings, catalog, needComponents, db: database });
  }
  if (tellsDescription(operation)) {
    const { anew = false } = asked;
    const told = await askDescription({ component, operation, settings, anew });
    if (told.ok) return told.value;
    throw new AskFailed(told.reason, told.reason.status === undefined ? undefined : told.reason);
  }
  const planned = planCall({ component, operation, settings, input: {} });
  if (!planned.ok) throw new AskFailed(planned.reason);
  let request: RequestTemplate | undefined = planned.value;
  const messages: Json[] = [];
  for (let page = 0; request !== undefined && page < mostPages; page += 1) {
    const answer = await callService(request, credential);
    const taken = takeAnswer({ component, operation, request, answer });
    if (!taken.ok)
      throw new AskFailed(taken.reason, answer.kind === 'answered' ? taken.reason : undefined);
    messages.push(...taken.value.messages);
    request = taken.value.next;
  }
  if (request !== undefined) leaveService(request);
  return messages;
}
