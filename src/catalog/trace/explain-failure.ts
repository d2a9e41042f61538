/** Why a service refused: its status in words, its own words, and the fields of the input that it means. */
import { wordsOf, type Json } from '../../shared/index.ts';
import type { CallFailure, RequestTemplate, ServiceAnswer } from '../call-contract.ts';
import type { Component, HttpCall } from '../component.ts';
import { atPointer } from '../json-pointer.ts';
import { traceError } from './trace-error.ts';

interface Refusal {
  readonly answer: Extract<ServiceAnswer, { kind: 'answered' }>;
  readonly request: RequestTemplate;
  readonly call: HttpCall | undefined;
  readonly component: Component | undefined;
}

const families: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'key-refused',
  402: 'not-paid',
  403: 'not-allowed',
  404: 'not-found',
  405: 'bad-request',
  408: 'too-slow',
  409: 'already-there',
  410: 'not-found',
  413: 'too-large',
  415: 'bad-request',
  422: 'refused-fields',
  425: 'service-busy',
  429: 'too-many',
  503: 'service-busy',
  504: 'too-slow',
};
const retryable: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The failure that an answer outside 2xx means. */
export function explainFailure({ answer, request, call, component }: Refusal): CallFailure {
  const { status, body } = answer;
  const words = serviceWords(body, call);
  const wait = retryAfter(answer.headers['retry-after']);
  return {
    kind: retryable.has(status) || status >= 520 ? 'retryable' : 'terminal',
    // With the service's name where it is known: "CRM refused this key".
    code: `failures.${familyOf(status)}${component === undefined ? '' : '-by'}`,
    params: { status, ...(component === undefined ? {} : { service: wordsOf(component.title) }) },
    status,
    ...(words === undefined ? {} : { serviceWords: words }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    fields: call === undefined ? [] : traceError(body, status, request, call),
  };
}

function familyOf(status: number): string {
  const known = families[status];
  if (known !== undefined) return known;
  if (status >= 500) return 'service-broken';
  return status >= 300 && status < 400 ? 'moved' : 'refused';
}

const longestWords = 2_000;
const usualPlaces = [
  '/message',
  '/error/message',
  '/error_description',
  '/detail',
  '/title',
  '/errors/0/message',
  '/errors/0/detail',
  '/errors/0',
  '/error',
  '/description',
];

/** What the service says: where its description points, else the usual places, else a plain text answer. */
function serviceWords(body: Json, call: HttpCall | undefined): string | undefined {
  const declared = call?.take?.errors?.text;
  const places = declared === undefined ? usualPlaces : [declared, ...usualPlaces];
  const candidates: readonly (Json | undefined)[] = [
    ...places.map((pointer) => atPointer(body, pointer)),
    typeof body === 'string' && !/^\s*</.test(body) ? body : undefined, // a page of HTML says nothing to a person
  ];
  const found = candidates.find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
  return found?.trim().slice(0, longestWords);
}

function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d+$/.test(header.trim())) return undefined;
  return Number(header.trim()) * 1000;
}
