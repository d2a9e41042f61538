/**
 * Reads a service's answer: messages and the next page, or why there are none.
 *
 * 1. 2xx is success, unless the body says otherwise in a way that cannot be data (`saysNo`). Everything else is a failure
 *    with the service's own words and the fields it names.
 * 2. The next page stays with the same origin rule: the host of a "next" address is never used.
 * 3. An answer of another shape than described is a failure, never a silent empty list.
 */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  type Json,
  type JsonSchema,
  type Result,
} from '../../shared/index.ts';
import type {
  CallFailure,
  HttpRequest,
  RequestTemplate,
  ServiceAnswer,
  TaskRequest,
  StepShapes,
  AnswerToTake,
  Taken,
} from '../call-contract.ts';
import type { HttpCall, TaskCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
import { atPointer } from '../json-pointer.ts';
import { taskCallOf } from '../task-call.ts';
import { explainFailure } from '../trace/explain-failure.ts';
import { saysNo } from '../trace/says-no.ts';
import { asWrittenOut, describedCallOf, describedNoteOf } from './described-call.ts';
import { findList, listsElsewhere } from './find-list.ts';
import { cannot, make } from './make-part.ts';
import { nextPage } from './next-page.ts';
import { httpCallOf } from './plan-call.ts';
import { wsdlCallOf } from './plan-description.ts';
import { soapCallOf } from './plan-soap.ts';
import { asHttp, asHttpCall } from './plan-task.ts';
import { declaredTake, type SettledTake } from './settled-take.ts';
import { takeDocument } from './take-document.ts';
import { takeEnvelope } from './take-envelope.ts';
import { describedInput } from './take-fields.ts';
import { placeInWords } from './typed-place.ts';
import { fromWire } from './wire.ts';

/** The messages of an answer in the service's order, or why there are none. */
export function takeAnswer({
  component,
  operation,
  request,
  answer,
  shapes,
}: AnswerToTake): Result<Taken, CallFailure> {
  const wsdl = wsdlCallOf(operation);
  if (wsdl !== undefined && request.via === undefined)
    return takeDocument(wsdl, { component, request, answer });
  if (soapCallOf(operation) !== undefined && request.via === undefined)
    return takeEnvelope({ component, operation, request, answer, shapes });
  const schema = shapes?.input?.schema ?? operation.slots['input']?.schema;
  if (request.via !== undefined)
    return takePage(taskCallOf(operation), request, answer, component, schema);
  const call = httpCallOf(operation) ?? writtenOut(operation, request, shapes);
  const read = readAnswer(call, request, answer, component, schema);
  if (!read.ok) return read;
  if (call === undefined) return success({ messages: [read.value.body] });
  const take = request.take ?? declaredTake(call);
  const { status, headers, body } = read.value;
  const found = listOf(take, request, operation, body);
  if (!found.ok) return failure({ ...found.reason, status });
  const messages = shaped(call, read.value, found.value);
  if (!messages.ok) return messages;
  const { fields } = call.take ?? {};
  if (fields !== undefined) {
    const message = describedInput(fields, messages.value, component);
    return message === undefined
      ? failure(cannot('answer-unexpected'))
      : success({ messages: [message] });
  }
  const count = entryCount(take, body) ?? found.value.length;
  const next = nextPage(take, request, { headers, body, found: count });
  if (!next.ok) return next;
  return success({
    messages: messages.value.map((message) => fromWire(message, operation.output)),
    ...(next.value === undefined ? {} : { next: next.value }),
  });
}

/** Of a call that the service's description tells of. */
function writtenOut(
  operation: Operation,
  request: HttpRequest,
  shapes: StepShapes | undefined,
): HttpCall | undefined {
  const call = describedCallOf(operation);
  const note = call && describedNoteOf(operation, shapes);
  return call === undefined || note === undefined ? undefined : asWrittenOut(call, note, request);
}

/** The body's messages before they are shaped. */
function listOf(
  take: SettledTake,
  request: HttpRequest,
  operation: Operation,
  body: Json,
): Result<readonly Json[], CallFailure> {
  if (take.finds === true) return findList(body);
  const found =
    request.take === undefined
      ? entriesOf(take.messages, operation, body)
      : oneOrMany(take.messages, operation, body);
  if (found === undefined) return failure(cannot('answer-unexpected'));
  // Many services leave an empty list out; where another one has entries, the person most likely meant that.
  const isThere = take.messages === undefined || found.length > 0;
  const others = isThere || !isLookedFor(operation) ? undefined : elsewhere(take.messages, body);
  return others === undefined
    ? success(found)
    : failure(cannot('list-not-there', { name: placeInWords(take.messages ?? ''), names: others }));
}

/** Of the outer list, where messages are what is inside its entries: that list is what a service counts. */
function entryCount({ messages }: SettledTake, body: Json): number | undefined {
  if (messages?.includes(eachEntry) !== true) return undefined;
  const list = atPointer(body, messages.split(eachEntry)[0] ?? '');
  return isJsonList(list) ? list.length : undefined;
}

/** A person says where the list is. */
function isLookedFor(operation: Operation): boolean {
  const place = (httpCallOf(operation) ?? describedCallOf(operation))?.take?.messages;
  return typeof place === 'object' && place.find === true;
}

function elsewhere(place: string | undefined, body: Json): string | undefined {
  const [whole = ''] = (place ?? '').split(eachEntry);
  return atPointer(body, whole) === undefined ? listsElsewhere(body) : undefined;
}

/** A page of a task's messages; what follows is asked for by the same task. */
function takePage(
  call: TaskCall | undefined,
  request: TaskRequest,
  answer: ServiceAnswer,
  component: Component | undefined,
  schema: JsonSchema | undefined,
): Result<Taken, CallFailure> {
  const asCall = call === undefined ? undefined : asHttpCall(call);
  const read = readAnswer(asCall, asHttp(request), answer, component, schema);
  if (!read.ok) return read;
  const { body, more } = read.value;
  return success({
    messages: isJsonList(body) ? body : [body],
    ...(more === undefined ? {} : { next: { ...request, continues: more } }),
  });
}

/** What an answer says to a verify call: facts by name, or why it failed. */
export function takeFacts(
  call: HttpCall | TaskCall,
  facts: Readonly<Record<string, string>>,
  request: RequestTemplate,
  answer: ServiceAnswer,
): Result<Readonly<Record<string, string>>, CallFailure> {
  const asCall = call.via === 'http' ? call : asHttpCall(call);
  const asked = request.via === undefined ? request : asHttp(request);
  const read = readAnswer(asCall, asked, answer, undefined, undefined);
  if (!read.ok) return read;
  const said =
    request.via !== undefined && isJsonList(read.value.body) ? read.value.body[0] : read.value.body;
  return success(
    Object.fromEntries(
      Object.entries(facts).map(([name, pointer]) => {
        const value = said === undefined ? undefined : atPointer(said, pointer);
        const isPlain = value !== undefined && value !== null && typeof value !== 'object';
        return [name, isPlain ? String(value) : ''];
      }),
    ),
  );
}

type Answered = Extract<ServiceAnswer, { kind: 'answered' }>;

function readAnswer(
  call: HttpCall | undefined,
  request: HttpRequest,
  answer: ServiceAnswer,
  component: Component | undefined,
  schema: JsonSchema | undefined,
): Result<Answered, CallFailure> {
  if (answer.kind === 'unanswered') {
    const { code, params } = answer.problem;
    return failure({ kind: answer.retryable ? 'retryable' : 'terminal', code, params, fields: [] });
  }
  const { status, body } = answer;
  const isGood = status >= 200 && status <= 299 && !saysNo(body) && !holdsRefusal(call, body);
  return isGood
    ? success(answer)
    : failure(explainFailure({ answer, request, call, component, schema }));
}

function holdsRefusal(call: HttpCall | undefined, body: Json): boolean {
  const place = call?.take?.errors?.refusal;
  const found = place === undefined ? undefined : atPointer(body, place);
  return isJsonList(found) ? found.length > 0 : found !== undefined && found !== null;
}

/** At a place that the description names; undefined when the answer is not what was described. */
function entriesOf(
  pointer: string | undefined,
  { emits }: Operation,
  body: Json,
): readonly Json[] | undefined {
  if (pointer === undefined) {
    // Nothing was answered: a deletion's "done" is a message without fields, a search's is no message.
    if (body === '' || body === null) return emits === 'none-or-one' ? [] : [{}];
    return [body];
  }
  const [place = '', ...inside] = pointer.split(eachEntry);
  const list = atPointer(body, place);
  if (isJsonList(list)) return inside.reduce(entriesAt, list);
  // Many services leave an empty list out.
  return (list === undefined || list === null) && isJsonObject(body) ? [] : undefined;
}

/** At a place that the settings name: its entries, or the one thing that it holds. */
function oneOrMany(
  pointer: string | undefined,
  operation: Operation,
  body: Json,
): readonly Json[] | undefined {
  const found = pointer === undefined ? undefined : atPointer(body, pointer);
  if (isJsonObject(found)) return [found];
  if (found === null && operation.emits === 'one') return [{}];
  return entriesOf(pointer, operation, body);
}

const eachEntry = '/*';

/** What is at a place of each entry, `null` and nothing left out. */
function entriesAt(entries: readonly Json[], place: string): readonly Json[] {
  return entries.flatMap((entry) => {
    const found = atPointer(entry, place);
    if (found === undefined || found === null) return [];
    return isJsonList(found) ? found : [found];
  });
}

function shaped(
  call: HttpCall,
  { status, headers }: Answered,
  found: readonly Json[],
): Result<readonly Json[], CallFailure> {
  const output = call.take?.output;
  if (output === undefined) return success(found);
  const messages: Json[] = [];
  for (const body of found) {
    const made = make(output, { response: { status, headers, body } });
    if (!made.ok) return failure(cannot('answer-unexpected'));
    messages.push(made.value ?? {});
  }
  return success(messages);
}
