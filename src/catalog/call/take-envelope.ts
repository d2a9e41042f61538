/** A service's envelope as messages, or its fault as a refusal in words, led back to the fields that were sent. */
import {
  failure,
  isJsonObject,
  success,
  type Json,
  type JsonSchema,
  type Result,
} from '../../shared/index.ts';
import type {
  CallFailure,
  HttpRequest,
  ServiceAnswer,
  StepShapes,
  Taken,
} from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
import { readEnvelope } from '../soap/envelope/read-envelope.ts';
import { explainFailure } from '../trace/explain-failure.ts';
import { cannot } from './make-part.ts';
import { soapInputOf } from './plan-soap.ts';

interface EnvelopeToTake {
  readonly component: Component | undefined;
  readonly operation: Operation;
  readonly request: HttpRequest;
  readonly answer: ServiceAnswer;
  readonly shapes: StepShapes | undefined;
}

export function takeEnvelope(given: EnvelopeToTake): Result<Taken, CallFailure> {
  const { operation, answer, shapes } = given;
  if (answer.kind === 'unanswered') {
    const { code, params } = answer.problem;
    return failure({ kind: answer.retryable ? 'retryable' : 'terminal', code, params, fields: [] });
  }
  const { status, body } = answer;
  const isGood = status >= 200 && status <= 299;
  // A message that nobody answers: the service only says that it has it.
  if (isGood && typeof body === 'string' && body.trim() === '') return success({ messages: [{}] });
  const schema = shapes?.output?.schema ?? operation.output;
  const read = readEnvelope(typeof body === 'string' ? body : '', schema);
  if (read.ok && 'fault' in read.value) return failure(explained(given, answer, read.value.fault));
  if (!isGood) return failure(explained(given, answer, body));
  if (read.ok && 'message' in read.value) return success({ messages: [read.value.message] });
  const code = read.ok || read.reason === undefined ? 'soap-no-envelope' : read.reason.code;
  const params = read.ok ? {} : (read.reason?.params ?? {});
  return failure({ ...cannot(code, params), status });
}

/** The same message as if it had been sent as data, so that a refusal is led back to the input in the one way there is. */
const asData: HttpCall = {
  via: 'http',
  method: 'POST',
  path: ['/'],
  body: { as: 'json', from: { kind: 'ref', from: 'input', path: [] } },
};

function explained(
  { component, operation, request, shapes }: EnvelopeToTake,
  answer: Extract<ServiceAnswer, { kind: 'answered' }>,
  body: Json,
): CallFailure {
  const schema = soapInputOf(operation, shapes);
  const value = sentMessage(request, schema);
  const failed = explainFailure({
    answer: { ...answer, body },
    request: { ...request, body: { as: 'json', value } },
    call: asData,
    component,
    schema,
  });
  return failed;
}

function sentMessage({ body }: HttpRequest, schema: JsonSchema | undefined): Json {
  const read = readEnvelope(typeof body?.value === 'string' ? body.value : '', schema);
  if (!read.ok || !('message' in read.value)) return {};
  return isJsonObject(read.value.message) ? read.value.message : {};
}
