/**
 * A document of a description: what it tells, or the request for the next one that it needs. A document that cannot be had
 * is no end: only an operation that needs it cannot be described then.
 */
import { failure, success, wordsOf, type Json, type Result } from '../../shared/index.ts';
import type { CallFailure, HttpRequest, ServiceAnswer, Taken } from '../call-contract.ts';
import type { WsdlCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Description, ListedOperation } from '../soap/wsdl/description.ts';
import type { GivenDocument } from '../soap/wsdl/documents.ts';
import { readDescription } from '../soap/wsdl/read-description.ts';
import { explainFailure } from '../trace/explain-failure.ts';
import { cannot } from './make-part.ts';
import { documentAt } from './plan-description.ts';

interface DocumentToTake {
  readonly component: Component | undefined;
  readonly request: HttpRequest;
  readonly answer: ServiceAnswer;
}

export function takeDocument(
  call: WsdlCall,
  { component, request, answer }: DocumentToTake,
): Result<Taken, CallFailure> {
  const { documents: named, ...told } = request.description ?? { documents: [] };
  const refused = named.length > 1 ? undefined : refusalOf(request, answer, component);
  if (refused !== undefined) return failure(refused);
  const owner = component ?? { id: request.component, origins: [request.origin] };
  const documents: GivenDocument[] = withText(named, request, answer);
  for (;;) {
    const read = readDescription(documents);
    if (!read.ok) return failure(cannot(read.reason.code, read.reason.params));
    if (!('needs' in read.value)) return taken(call, request.description?.operation, read.value);
    const [address = ''] = read.value.needs;
    const description = { documents: [...documents, { address }], ...told };
    const next = documentAt(call.via, owner, address, description);
    if (next !== undefined) return success({ messages: [], next });
    // Nobody can be asked at such an address: it counts as a document that could not be had.
    documents.push({ address });
  }
}

/** Why the description itself could not be had. */
function refusalOf(
  request: HttpRequest,
  answer: ServiceAnswer,
  component: Component | undefined,
): CallFailure | undefined {
  if (request.isKnown === true) return undefined;
  if (answer.kind === 'unanswered') {
    const { code, params } = answer.problem;
    return { kind: answer.retryable ? 'retryable' : 'terminal', code, params, fields: [] };
  }
  const { status } = answer;
  if (status >= 200 && status <= 299) return undefined;
  if (status === 401 || status === 403) return { ...cannot('wsdl-sign-in'), status };
  return explainFailure({ answer, request, call: undefined, component });
}

function withText(
  named: readonly GivenDocument[],
  { isKnown }: HttpRequest,
  answer: ServiceAnswer,
): GivenDocument[] {
  const asked = named.at(-1);
  if (asked === undefined || isKnown === true) return [...named];
  const isHere = answer.kind === 'answered' && answer.status >= 200 && answer.status <= 299;
  const text = isHere ? answer.body : undefined;
  return [...named.slice(0, -1), typeof text === 'string' ? { ...asked, text } : asked];
}

function taken(
  { gives, doubt }: WsdlCall,
  wanted: string | undefined,
  description: Extract<Description, { readonly operations: unknown }>,
): Result<Taken, CallFailure> {
  if (gives === 'operations')
    return success({ messages: inOrder(description.operations, doubt).map(toChoice) });
  const described = description.describe(wanted ?? '');
  if (!described.ok) return failure(cannot(described.reason.code, described.reason.params));
  const { input, output, title, looksLikeRead } = described.value;
  // A schema is JSON.
  return success({ messages: [{ title, looksLikeRead, input, output } as unknown as Json] });
}

function inOrder(
  operations: readonly ListedOperation[],
  doubt: WsdlCall['doubt'],
): readonly ListedOperation[] {
  if (doubt === undefined) return operations;
  const doubted = operations.filter(({ looksLikeRead }) => !looksLikeRead);
  return [
    ...operations.filter(({ looksLikeRead }) => looksLikeRead),
    ...doubted.map((one) => ({ ...one, title: `${one.title} (${wordsOf(doubt)})` })),
  ];
}

function toChoice({ id, title, description: words, looksLikeRead }: ListedOperation): Json {
  return {
    value: id,
    label: title,
    ...(words === undefined ? {} : { help: words }),
    looksLikeRead,
  };
}
