/** The page's way to the proxy: typed requests over one origin. Answers are checked here, trusted inside. */
import { z } from 'zod';
import { parseJson, writeJson, type Json } from '../../shared/index.ts';
import type { RequestTemplate, ServiceAnswer } from '../../catalog/contract.ts';
import {
  answerHeaders,
  placeSchema,
  refusalHeader,
  refusalSchema,
  sealAnswerSchema,
  type CallRequest,
  type Place,
  type Refusal,
  type SealAnswer,
  type SealRequest,
} from '../../proxy/contract.ts';

/** The proxy said no; `wording` says why. */
export class ProxyRefusal extends Error {
  readonly wording: { readonly code: string; readonly params: Refusal['params'] };
  readonly retryable: boolean;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.wording = { code: refusal.code, params: refusal.params };
    this.retryable = refusal.retryable;
  }
}

const unreachable: Refusal = { code: 'common.server-gone', params: {}, retryable: true };
const unreadable: Refusal = { code: 'common.answer-unreadable', params: {}, retryable: true };

export async function loadPlaces(): Promise<Place[]> {
  return ask('/api/places', z.array(placeSchema), {});
}

/** Gives the secret to the proxy, once; what comes back is the sealed token. */
export async function sealCredential(request: SealRequest): Promise<SealAnswer> {
  return ask('/api/credentials', sealAnswerSchema, {
    method: 'POST',
    body: writeJson(request as unknown as Json), // a request is JSON by its schema
  });
}

/** Sends one planned request through the proxy. Trouble on the way is an answer, never an exception. */
export async function callService(
  template: RequestTemplate,
  credential: string | undefined,
): Promise<ServiceAnswer> {
  const response = await reach('/api/call', {
    method: 'POST',
    body: JSON.stringify(toCallRequest(template, credential)),
  });
  if (response === undefined) return unanswered(unreachable);
  const text = await response.text();
  if (response.headers.has(refusalHeader)) return unanswered(toRefusal(text));
  const headers = response.headers.get(answerHeaders.headers);
  return {
    kind: 'answered',
    status: Number(response.headers.get(answerHeaders.status) ?? response.status),
    headers: headers === null ? {} : z.record(z.string(), z.string()).parse(JSON.parse(headers)),
    body: toBody(text),
    ms: Number(response.headers.get(answerHeaders.ms) ?? 0),
  };
}

function toCallRequest(template: RequestTemplate, credential: string | undefined): CallRequest {
  const { body, query, headers, ...rest } = template;
  return {
    ...rest,
    query: query.map(([name, value]) => [name, value]),
    headers: headers.map(([name, value]) => [name, value]),
    ...(body !== undefined && { body: { as: body.as, text: toText(body) } }),
    ...(credential !== undefined && { credential }),
  };
}

function toText(body: NonNullable<RequestTemplate['body']>): string {
  if (body.as === 'json') return writeJson(body.value);
  if (typeof body.value === 'string') return body.value;
  const pairs = Object.entries(body.value ?? {}).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}

async function ask<Value>(
  path: string,
  schema: z.ZodType<Value>,
  init: RequestInit,
): Promise<Value> {
  const response = await reach(path, init);
  if (response === undefined) throw new ProxyRefusal(unreachable);
  const text = await response.text();
  if (!response.ok) throw new ProxyRefusal(toRefusal(text));
  const answer = parseJson(text);
  const parsed = answer.ok ? schema.safeParse(answer.value) : undefined;
  if (parsed?.success !== true) throw new ProxyRefusal(unreadable);
  return parsed.data;
}

async function reach(path: string, init: RequestInit): Promise<Response | undefined> {
  const headers = { 'X-Footbridge': '1', 'Content-Type': 'application/json' };
  try {
    return await fetch(path, { ...init, headers, credentials: 'same-origin' });
  } catch {
    return undefined; // the network's own words are for developers
  }
}

function toRefusal(text: string): Refusal {
  const value = parseJson(text);
  const refusal = refusalSchema.safeParse(value.ok ? value.value : undefined);
  return refusal.success ? refusal.data : unreadable;
}

function toBody(text: string): Json {
  const value = parseJson(text);
  return value.ok ? value.value : text;
}

function unanswered({ code, params, retryable }: Refusal): ServiceAnswer {
  return { kind: 'unanswered', problem: { code, params }, retryable };
}
