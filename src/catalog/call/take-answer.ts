/**
 * Reads a service's answer: messages and the next page, or why there are none.
 *
 * 1. 2xx is success. Everything else is a failure with the service's own words and the fields it names.
 * 2. The next page stays with the same origin rule: a foreign "next" address is not followed.
 */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  type Json,
  type Result,
} from '../../shared/index.ts';
import { compileBinding } from '../../mapping/contract.ts';
import type { CallFailure, RequestTemplate, ServiceAnswer } from '../call-contract.ts';
import type { HttpCall, Operation } from '../component.ts';
import { atPointer } from '../json-pointer.ts';
import { explainFailure } from './explain-failure.ts';

export interface AnswerToTake {
  readonly operation: Operation;
  readonly request: RequestTemplate;
  readonly answer: ServiceAnswer;
}

export interface Taken {
  readonly messages: readonly Json[];
  /** The request for what follows; absent at the end. */
  readonly next?: RequestTemplate;
}

/** The messages of an answer in the service's order, or why there are none. */
export function takeAnswer({
  operation,
  request,
  answer,
}: AnswerToTake): Result<Taken, CallFailure> {
  if (answer.kind === 'unanswered') {
    return failure({
      ...answer.problem,
      kind: answer.retryable ? 'retryable' : 'terminal',
      fields: [],
    });
  }
  const call = operation.call.via === 'http' ? (operation.call as HttpCall) : undefined;
  if (answer.status < 200 || answer.status > 299)
    return failure(explainFailure(answer, request, call));
  const messages = messagesOf(call, answer);
  if (messages === undefined)
    return failure({
      kind: 'terminal',
      code: 'failures.answer-unexpected',
      params: {},
      status: answer.status,
      fields: [],
    });
  const next =
    messages.length === 0 ? undefined : nextPage(call, request, answer.body, messages.length);
  return success({ messages, ...(next === undefined ? {} : { next }) });
}

type Answered = Extract<ServiceAnswer, { kind: 'answered' }>;

function messagesOf(call: HttpCall | undefined, answer: Answered): readonly Json[] | undefined {
  const { body } = answer;
  const take = call?.take;
  const shape = (message: Json): Json => {
    if (take?.output === undefined) return message;
    const response = { status: answer.status, headers: answer.headers, body: message };
    return (
      compileBinding(take.output).evaluate(
        { response },
        { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => '' },
      ).value ?? null
    );
  };
  if (take?.messages === undefined) return [shape(body)];
  const list = atPointer(body, take.messages);
  return isJsonList(list) ? list.map(shape) : undefined;
}

function nextPage(
  call: HttpCall | undefined,
  request: RequestTemplate,
  body: Json,
  found: number,
): RequestTemplate | undefined {
  const next = call?.take?.next;
  switch (next?.by) {
    case undefined:
      return undefined;
    case 'url': {
      const address = atPointer(body, next.at);
      return typeof address === 'string' && address !== ''
        ? atAddress(request, address)
        : undefined;
    }
    case 'cursor': {
      const cursor = atPointer(body, next.at);
      return typeof cursor === 'string' || typeof cursor === 'number'
        ? withQuery(request, next.parameter, String(cursor))
        : undefined;
    }
    case 'page': {
      const page = numberIn(request, next.parameter) ?? next.first;
      const pages = next.pages === undefined ? undefined : atPointer(body, next.pages);
      if (typeof pages === 'number' && page - next.first + 1 >= pages) return undefined;
      return withQuery(request, next.parameter, String(page + 1));
    }
    case 'offset': {
      const offset = numberIn(request, next.parameter) ?? 0;
      const total = next.total === undefined ? undefined : atPointer(body, next.total);
      if (typeof total === 'number' ? offset + found >= total : found < next.size) return undefined;
      return withQuery(
        withQuery(request, next.parameter, String(offset + found)),
        next.sizeParameter,
        String(next.size),
      );
    }
  }
}

/** Path and query of a "next" address; its host is not trusted, the request keeps its own. */
function atAddress(request: RequestTemplate, address: string): RequestTemplate | undefined {
  const isRelative = address.startsWith('/') && !/^\/[/\\]/.test(address);
  try {
    const url = new URL(isRelative ? `http://same.invalid${address}` : address);
    return { ...request, path: url.pathname, query: [...url.searchParams] };
  } catch {
    return undefined;
  }
}

function withQuery(request: RequestTemplate, name: string, value: string): RequestTemplate {
  return {
    ...request,
    query: [...request.query.filter(([other]) => other !== name), [name, value]],
  };
}

function numberIn(request: RequestTemplate, name: string): number | undefined {
  const found = request.query.find(([other]) => other === name)?.[1];
  return found === undefined || !Number.isFinite(Number(found)) ? undefined : Number(found);
}

/** What an answer says to a verify call: facts by name, or why it failed. */
export function takeFacts(
  call: HttpCall,
  facts: Readonly<Record<string, string>>,
  request: RequestTemplate,
  answer: ServiceAnswer,
): Result<Readonly<Record<string, string>>, CallFailure> {
  if (answer.kind === 'unanswered') {
    return failure({
      ...answer.problem,
      kind: answer.retryable ? 'retryable' : 'terminal',
      fields: [],
    });
  }
  if (answer.status < 200 || answer.status > 299)
    return failure(explainFailure(answer, request, call));
  return success(
    Object.fromEntries(
      Object.entries(facts).map(([name, pointer]) => {
        const value = isJsonObject(answer.body) ? atPointer(answer.body, pointer) : undefined;
        return [name, value === undefined || value === null ? '' : String(value)];
      }),
    ),
  );
}
