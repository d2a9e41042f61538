/** Why a service refused: its status in words, its own words, and the fields of the input that it means. */
import { isJsonList, isJsonObject, type Json, type JsonPath } from '../../shared/index.ts';
import type { CallFailure, RequestTemplate, ServiceAnswer } from '../call-contract.ts';
import type { HttpCall } from '../component.ts';
import { atPointer, pointerParts } from '../json-pointer.ts';
import { inputPathOf } from './input-path.ts';

type Answered = Extract<ServiceAnswer, { kind: 'answered' }>;

const families: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'key-refused',
  403: 'not-allowed',
  404: 'not-found',
  405: 'bad-request',
  408: 'too-slow',
  409: 'already-there',
  410: 'not-found',
  413: 'too-large',
  415: 'bad-request',
  422: 'refused-fields',
  429: 'too-many',
  503: 'service-busy',
  504: 'too-slow',
};

/** The failure that an answer outside 2xx means. */
export function explainFailure(
  answer: Answered,
  request: RequestTemplate,
  call: HttpCall | undefined,
): CallFailure {
  const { status, body } = answer;
  const words = serviceWords(body, call);
  const wait = retryAfter(answer.headers['retry-after']);
  return {
    kind: status === 408 || status === 429 || status >= 500 ? 'retryable' : 'terminal',
    code: `failures.${families[status] ?? (status >= 500 ? 'service-broken' : status >= 300 && status < 400 ? 'moved' : 'refused')}`,
    params: { status },
    status,
    ...(words === undefined ? {} : { serviceWords: words }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    fields: refusedFields(body, request, call),
  };
}

const longestWords = 2_000;

/** What the service says: where its description points, else the usual places, else a plain text answer. */
function serviceWords(body: Json, call: HttpCall | undefined): string | undefined {
  const declared = call?.take?.errors?.text;
  const candidates = [
    declared === undefined ? undefined : atPointer(body, declared),
    ...[
      '/message',
      '/error/message',
      '/detail',
      '/title',
      '/error_description',
      '/errors/0/message',
      '/errors/0/detail',
      '/error',
    ].map((pointer) => atPointer(body, pointer)),
    typeof body === 'string' && !/^\s*</.test(body) ? body : undefined,
  ];
  const found = candidates.find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
  return found?.trim().slice(0, longestWords);
}

interface NamedField {
  readonly name: string;
  readonly words?: string | undefined;
}

function refusedFields(
  body: Json,
  request: RequestTemplate,
  call: HttpCall | undefined,
): CallFailure['fields'] {
  const named = [...declaredFields(body, call), ...guessedFields(body)];
  const fields: { path: JsonPath; words?: string; value?: Json }[] = [];
  for (const { name, words } of named) {
    const path = inputPathOf(pathOfName(name), request.body?.value, call);
    if (
      path === undefined ||
      fields.some((field) => JSON.stringify(field.path) === JSON.stringify(path))
    )
      continue;
    fields.push({ path, ...(words === undefined ? {} : { words }) });
  }
  return fields;
}

function declaredFields(body: Json, call: HttpCall | undefined): readonly NamedField[] {
  const errors = call?.take?.errors;
  const single = errors?.field === undefined ? undefined : atPointer(body, errors.field);
  const own: readonly NamedField[] = typeof single === 'string' ? [{ name: single }] : [];
  const listed = errors?.fields === undefined ? undefined : atPointer(body, errors.fields.list);
  const { field = '', text } = errors?.fields ?? {};
  if (isJsonList(listed)) {
    return [
      ...own,
      ...listed.flatMap((entry) =>
        namedField(
          atPointer(entry, field),
          text === undefined ? undefined : atPointer(entry, text),
        ),
      ),
    ];
  }
  if (isJsonObject(listed))
    return [
      ...own,
      ...Object.entries(listed).flatMap(([name, words]) =>
        namedField(name, isJsonList(words) ? words[0] : words),
      ),
    ];
  return own;
}

function namedField(name: Json | undefined, words: Json | undefined): readonly NamedField[] {
  return typeof name === 'string'
    ? [{ name, ...(typeof words === 'string' ? { words } : {}) }]
    : [];
}

/** Common shapes of services that declare nothing: a list or a map of errors with a field in each. */
function guessedFields(body: Json): readonly NamedField[] {
  const lists = [
    '/errors',
    '/error/errors',
    '/error/details',
    '/details',
    '/invalid-params',
    '/error/fields',
  ].map((pointer) => atPointer(body, pointer));
  return lists.flatMap((list) => {
    if (isJsonList(list)) {
      return list.flatMap((entry) => {
        const name = [
          '/field',
          '/pointer',
          '/source/pointer',
          '/path',
          '/param',
          '/property',
          '/name',
        ]
          .map((pointer) => atPointer(entry, pointer))
          .find((found) => typeof found === 'string');
        return namedField(
          name,
          ['/message', '/detail', '/reason', '/title']
            .map((pointer) => atPointer(entry, pointer))
            .find((found) => typeof found === 'string'),
        );
      });
    }
    return isJsonObject(list)
      ? Object.entries(list).flatMap(([name, words]) =>
          namedField(name, isJsonList(words) ? words[0] : words),
        )
      : [];
  });
}

/** `/emails/0/address`, `emails[0].address`, `emails.0.address` and `email` as a path. */
function pathOfName(name: string): JsonPath {
  const parts =
    name.startsWith('/') || name.startsWith('#/')
      ? pointerParts(name.replace(/^#/, ''))
      : name.replaceAll(/\[(\w+)\]/g, '.$1').split('.');
  return parts
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d+$/.test(header.trim())) return undefined;
  return Number(header.trim()) * 1000;
}
