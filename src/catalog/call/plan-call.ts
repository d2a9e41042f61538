/**
 * Turns an operation and its input into a request. Pure; no secret is known here.
 *
 * 1. A path parameter becomes exactly one encoded segment, or the call is refused: no input can leave the path.
 * 2. A typed address is taken apart once, by the URL parser alone; its host goes to `address`, the rest into path and query.
 * 3. Nothing but own, plain values becomes text; a header with a line break is refused.
 */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  writeJson,
  type Json,
  type Result,
} from '../../shared/index.ts';
import { compileBinding, type Binding, type CompiledBinding } from '../../mapping/contract.ts';
import type { CallFailure, RequestPreview, RequestTemplate } from '../call-contract.ts';
import type { Component, HttpCall, Operation } from '../component.ts';
import { effectOf } from '../effect-of.ts';
import { atPointer } from '../json-pointer.ts';
import { joinPath, splitAddress } from './address.ts';

export interface CallToPlan {
  readonly component: Component;
  readonly operation: Operation;
  readonly settings: Readonly<Record<string, Json>>;
  readonly input: Json;
}

type Pair = readonly [string, string];

/** The request of an operation for one input. The reason says which field cannot be sent. */
export function planCall({
  component,
  operation,
  settings,
  input,
}: CallToPlan): Result<RequestTemplate, CallFailure> {
  const { call } = operation;
  if (call.via !== 'http') return failure(cannot('failures.not-http', { operation: operation.id }));
  return planHttp(component, call as HttpCall, effectOf(operation, settings), { input, settings });
}

/** The request that proves a credential: it asks for nothing of the person's. */
export function planVerify(
  component: Component,
  call: HttpCall,
): Result<RequestTemplate, CallFailure> {
  return planHttp(component, call, 'read', { input: {}, settings: {} });
}

/** What a person may see of a request before and after it is sent. */
export function previewOf(request: RequestTemplate): RequestPreview {
  const query = request.query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return {
    method: request.method,
    address: `${request.address ?? ''}${request.path}${query === '' ? '' : `?${query}`}`,
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: request.body.value }),
  };
}

interface Given {
  readonly input: Json;
  readonly settings: Readonly<Record<string, Json>>;
}

function planHttp(
  component: Component,
  call: HttpCall,
  effect: RequestTemplate['effect'],
  given: Given,
): Result<RequestTemplate, CallFailure> {
  const parts: string[] = [];
  let address: string | undefined;
  const query: Pair[] = [];
  for (const part of call.path) {
    if (typeof part === 'string') parts.push(part);
    else if ('address' in part) {
      const typed = splitAddress(atPointer(given.settings, part.address));
      if (typed === undefined) return failure(cannot('failures.address-unreadable'));
      address = typed.origin;
      parts.push(typed.path);
      query.push(...typed.query);
    } else {
      const segment = pathSegment(made(part.param, given));
      if (segment === undefined)
        return failure({ ...cannot('failures.path-value'), fields: inputFields(part.param) });
      parts.push(segment);
    }
  }
  query.push(...pairsOf(call.query === undefined ? undefined : made(call.query, given)));
  const headers = pairsOf(call.headers === undefined ? undefined : made(call.headers, given));
  const broken = headers.find(([name, value]) => /[\r\n\0]/.test(name + value));
  if (broken !== undefined)
    return failure(
      cannot('failures.header-line-break', { header: broken[0].replace(/[\r\n\0]/g, ' ') }),
    );
  const body = call.body === undefined ? undefined : made(call.body.from, given);
  const [origin] = component.origins;
  if (origin === undefined) return failure(cannot('failures.no-origin'));
  const method =
    typeof call.method === 'string' ? call.method : atPointer(given.settings, call.method.at);
  if (typeof method !== 'string') return failure(cannot('failures.method-missing'));
  return success({
    component: component.id,
    effect,
    origin,
    ...(address === undefined ? {} : { address }),
    method,
    path: joinPath(parts),
    query,
    headers,
    ...(body === undefined || call.body === undefined
      ? {}
      : { body: { as: bodyKind(call.body.as), value: body } }),
  });
}

const compiled = new WeakMap<Binding, CompiledBinding>();
const noClock = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => '' };

/** Request shaping has no clock and no place: the same input always gives the same request. */
function made(binding: Binding, given: Given): Json | undefined {
  let ready = compiled.get(binding);
  if (ready === undefined) {
    ready = compileBinding(binding);
    compiled.set(binding, ready);
  }
  return ready.evaluate({ input: given.input, settings: given.settings }, noClock).value;
}

/** One encoded segment. "." and ".." would climb even when encoded, so they are no values for a path. */
function pathSegment(value: Json | undefined): string | undefined {
  const text = asText(value);
  if (text === undefined || text === '' || text === '.' || text === '..') return undefined;
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined; // half a surrogate pair
  }
}

function pairsOf(value: Json | undefined): readonly Pair[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, entry]): Pair[] => {
    const entries = isJsonList(entry) ? entry : [entry];
    return entries.flatMap((each): Pair[] => {
      const text = asText(each);
      return text === undefined ? [] : [[name, text]];
    });
  });
}

function asText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? writeJson(value) : String(value);
}

function bodyKind(as: NonNullable<HttpCall['body']>['as']): 'json' | 'form' | 'text' | 'xml' {
  return as === 'multipart' || as === 'bytes' ? 'text' : as;
}

/** The input fields that a binding of a call reads: where a person can mend it. */
function inputFields(binding: Binding): CallFailure['fields'] {
  if (binding.kind !== 'ref' || binding.from !== 'input') return [];
  return [{ path: binding.path.filter((part) => typeof part === 'string') }];
}

function cannot(code: string, params: CallFailure['params'] = {}): CallFailure {
  return { kind: 'terminal', code, params, fields: [] };
}
