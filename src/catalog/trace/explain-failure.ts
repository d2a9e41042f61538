/** Why a service refused: what kind of "no" in words, its own words, and the fields of the input that it means. */
import { wordsOf, type Json, type JsonSchema, type WordParams } from '../../shared/index.ts';
import type { CallFailure, HttpRequest, ServiceAnswer } from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import { atPointer } from '../json-pointer.ts';
import { codeMeaning } from './named-fields.ts';
import { pauseOf } from './pause.ts';
import { readableBody } from './readable-body.ts';
import { isAboutData, isRetryable, refusalCode, type Told } from './refusal-code.ts';
import { saidStrings } from './said-strings.ts';
import { serviceWords } from './service-words.ts';
import { traceError } from './trace-error.ts';

interface Refusal {
  readonly answer: Extract<ServiceAnswer, { kind: 'answered' }>;
  readonly request: HttpRequest;
  readonly call: HttpCall | undefined;
  readonly component: Component | undefined;
  /** Of the operation's input. */
  readonly schema?: JsonSchema | undefined;
}

/** The failure that a refusing answer means. */
export function explainFailure({ answer, request, call, component, schema }: Refusal): CallFailure {
  const { status, headers } = answer;
  const body = readableBody(answer.body);
  const told: Told = { status, headers, body, said: saidStrings(body) };
  const fields =
    call === undefined
      ? []
      : traceError({
          body,
          isAboutData: isAboutData(refusalCode(told, [])),
          request,
          call,
          schema,
        });
  const code = refusalCode(told, fields);
  const words = codeWords(body, call) ?? serviceWords(body, call);
  const pause = pauseOf(headers, code === 'too-many', pauseSaid(body, call));
  const { sentence, params } = inWords(code, pause);
  const { says } = answer;
  return {
    kind: isRetryable(code, status) ? 'retryable' : 'terminal',
    // With the service's name where it is known: "CRM refused this key".
    code: says?.code ?? `failures.${sentence}${component === undefined ? '' : '-by'}`,
    params: {
      status,
      ...(says?.params ?? params),
      ...(component === undefined ? {} : { service: wordsOf(component.title) }),
    },
    status,
    ...(words === undefined ? {} : { serviceWords: words }),
    ...(pause === undefined ? {} : { retryAfterMs: pause }),
    fields,
  };
}

/** What the description says of the service's code. */
function codeWords(body: Json, call: HttpCall | undefined): string | undefined {
  const says = codeMeaning(body, call)?.says;
  return says === undefined ? undefined : wordsOf(says);
}

function pauseSaid(body: Json, call: HttpCall | undefined): Json | undefined {
  const place = call?.take?.errors?.pause;
  return place === undefined ? undefined : atPointer(body, place);
}

const second = 1000;
const minute = 60 * second;
const longestInSeconds = 2 * minute;

/** A pause is said as long as it is. */
function inWords(
  code: string,
  pause: number | undefined,
): { readonly sentence: string; readonly params: WordParams } {
  if (code !== 'too-many' || pause === undefined || pause < second)
    return { sentence: code, params: {} };
  return pause <= longestInSeconds
    ? { sentence: 'too-many-seconds', params: { count: Math.ceil(pause / second) } }
    : { sentence: 'too-many-minutes', params: { count: Math.ceil(pause / minute) } };
}
