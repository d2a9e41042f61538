/**
 * Turns an operation and its input into a request. Pure; no secret is known here.
 *
 * 1. A path parameter becomes exactly one encoded segment, or the call is refused: no input can leave the path.
 * 2. A typed address is taken apart once; its host goes to `address`, the rest into path and query.
 * 3. What cannot be sent as it was meant is refused in words, at the field; nothing is left out silently.
 */
import { failure, success, type Json, type JsonObject, type Result } from '../../shared/index.ts';
import type {
  CallFailure,
  HttpRequest,
  RequestPreview,
  RequestTemplate,
  CallToPlan,
} from '../call-contract.ts';
import type { HttpCall, TaskCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Effect, Operation } from '../component/operation.ts';
import type { Origin } from '../component/origin.ts';
import { effectOf } from '../effect-of.ts';
import { atPointer } from '../json-pointer.ts';
import { settingsWithDefaults, type Settings } from '../settings.ts';
import { taskCallOf } from '../task-call.ts';
import { joinPath, splitAddress } from './address.ts';
import {
  brokenHeader,
  cannot,
  halfPair,
  make,
  pairsOf,
  pathSegment,
  type Given,
  type Pair,
} from './make-part.ts';
import { describedCallOf } from './described-call.ts';
import { firstPage } from './next-page.ts';
import { planBody, planFile } from './plan-body.ts';
import { planDescribed } from './plan-described.ts';
import { openApiCallOf, planDescription, wsdlCallOf } from './plan-description.ts';
import { planSoap, soapCallOf } from './plan-soap.ts';
import { planProof, planTask } from './plan-task.ts';
import { declaredTake, settledTake } from './settled-take.ts';
import { toWire } from './wire.ts';

/** The request of an operation for one input. The reason says which field cannot be sent. */
export function planCall({
  component,
  operation,
  settings,
  input,
  shapes,
}: CallToPlan): Result<RequestTemplate, CallFailure> {
  const soap = soapCallOf(operation);
  if (soap !== undefined) return planSoap(soap, { component, operation, settings, input, shapes });
  const wsdl = wsdlCallOf(operation);
  if (wsdl !== undefined) return planDescription(wsdl, { component, operation, settings, input });
  const described = describedCallOf(operation);
  if (described !== undefined)
    return planDescribed(described, { component, operation, settings, input, shapes });
  const openApi = openApiCallOf(operation);
  if (openApi !== undefined)
    return planDescription(openApi, { component, operation, settings, input });
  const task = taskCallOf(operation);
  if (task !== undefined) return planTask(task, { component, operation, settings, input });
  const call = httpCallOf(operation);
  if (call === undefined) return failure(cannot('not-http'));
  const whole = settingsWithDefaults(operation, settings);
  const sent = toWire(input, shapes?.input?.schema ?? operation.slots['input']?.schema);
  return sent.ok
    ? planHttp(component, call, effectOf(operation, whole), { input: sent.value, settings: whole })
    : failure(sent.reason);
}

/** The request that proves a credential. `form`: what was typed, without its secrets. */
export function planVerify(
  component: Component,
  call: HttpCall | TaskCall,
  form: JsonObject = {},
): Result<RequestTemplate, CallFailure> {
  return call.via === 'http'
    ? planHttp(component, call, 'read', { input: {}, settings: form })
    : success(planProof(component, call));
}

export function httpCallOf(operation: Operation): HttpCall | undefined {
  // The union's open member (`via: soap | …`) keeps TypeScript from narrowing by the tag alone.
  return operation.call.via === 'http' ? (operation.call as HttpCall) : undefined;
}

/** What a person may see of a request before and after it is sent. */
export function previewOf(request: RequestTemplate): RequestPreview {
  if (request.via !== undefined)
    return { method: request.title, address: '', headers: [], body: request.input };
  const { address, origin, path, headers, body } = request;
  const host = address ?? (typeof origin === 'string' && !origin.includes('{') ? origin : '');
  const query = request.query
    .map(([name, value, written]) => `${encode(name)}=${written ?? encode(value)}`)
    .join('&');
  return {
    method: request.method,
    address: `${host}${path}${query === '' ? '' : `?${query}`}`,
    headers,
    ...(body === undefined ? {} : { body: body.value }),
  };
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(new RegExp(halfPair, 'gu'), '\ufffd'));
}

function planHttp(
  component: Component,
  call: HttpCall,
  effect: Effect,
  given: Given,
): Result<HttpRequest, CallFailure> {
  const place = planPlace(component, call, given);
  if (!place.ok) return place;
  const method =
    typeof call.method === 'string' ? call.method : atPointer(given.settings, call.method.at);
  if (typeof method !== 'string' || !methods.has(method)) return failure(cannot('method-missing'));
  const query = planPairs(call.query, given);
  if (!query.ok) return query;
  const headers = planPairs(call.headers, given);
  if (!headers.ok) return headers;
  const broken = brokenHeader(headers.value);
  if (broken !== undefined)
    return failure(cannot('header-not-sendable', { header: broken }, call.headers));
  const body = planBody(call, given);
  if (!body.ok) return body;
  const { path, address, origin } = place.value;
  const take = settledTake(call, given.settings);
  if (take === 'unfinished') return failure(cannot('paging-unfinished'));
  const request: HttpRequest = {
    component: component.id,
    effect,
    origin,
    ...(address === undefined ? {} : { address }),
    method,
    path,
    query: [...place.value.query, ...query.value],
    headers: [...headers.value, ...tenantHeader(component, given.settings)],
    ...(body.value === undefined ? {} : { body: body.value }),
    ...(take === undefined ? {} : { take }),
    ...fileOrMail(call, given.settings),
  };
  return success(firstPage(request, take ?? declaredTake(call)));
}

/** How the answer is read where it is a file, or an e-mail is in it. */
function fileOrMail({ take }: HttpCall, settings: Settings): Pick<HttpRequest, 'file' | 'mail'> {
  const file = planFile(take, settings);
  if (take?.mail !== undefined) return { mail: { at: take.mail, passesOn: file === 'content' } };
  return file === undefined ? {} : { file };
}

/** Which of the account's companies or workspaces the call is for. */
function tenantHeader({ tenant }: Component, settings: Settings): readonly Pair[] {
  const chosen = tenant === undefined ? undefined : settings[tenant.setting];
  return tenant !== undefined && typeof chosen === 'string' && chosen !== ''
    ? [[tenant.header, chosen]]
    : [];
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

interface Place {
  readonly origin: Origin;
  readonly address?: string;
  readonly path: string;
  readonly query: readonly Pair[];
}

function planPlace(
  { origins }: Component,
  call: HttpCall,
  given: Given,
): Result<Place, CallFailure> {
  const parts: string[] = [];
  let address: string | undefined;
  let query: readonly Pair[] = [];
  for (const part of call.path) {
    if (typeof part === 'string') parts.push(part);
    else if ('address' in part) {
      const typed = splitAddress(typedAt(part, given.settings));
      if (typed === undefined) return failure(cannot('address-unreadable'));
      ({ origin: address, query } = typed);
      parts.push(typed.path);
    } else {
      const value = make(part.param, given);
      if (!value.ok) return value;
      const segment = pathSegment(value.value);
      if (segment === undefined) return failure(cannot('path-value', {}, part.param));
      parts.push(segment);
    }
  }
  const path = joinPath(parts);
  if (path === undefined) return failure(cannot('path-refused'));
  const origin =
    address === undefined ? (call.origin ?? origins[0]) : (origins.find(isTyped) ?? origins[0]);
  if (origin === undefined) return failure(cannot('no-origin'));
  address ??= addressIn(origin, given.settings);
  return success({ origin, path, query, ...(address === undefined ? {} : { address }) });
}

/** An address that was left empty is none. */
function typedAt(
  { address, or }: { readonly address: string; readonly or?: string | undefined },
  settings: Settings,
): Json | undefined {
  const typed = atPointer(settings, address);
  const isEmpty = typed === undefined || (typeof typed === 'string' && typed.trim() === '');
  return isEmpty && or !== undefined ? atPointer(settings, or) : typed;
}

function isTyped(origin: Origin): boolean {
  return typeof origin === 'object' && 'from' in origin && origin.from === 'settings';
}

/** The host that the step's settings say, where the component leaves it to them. */
function addressIn(origin: Origin, settings: Settings): string | undefined {
  return typeof origin === 'object' && 'from' in origin && origin.from === 'settings'
    ? splitAddress(atPointer(settings, origin.at))?.origin
    : undefined;
}

function planPairs(binding: HttpCall['query'], given: Given): Result<readonly Pair[], CallFailure> {
  if (binding === undefined) return success([]);
  const value = make(binding, given);
  return value.ok ? success(pairsOf(value.value)) : value;
}
