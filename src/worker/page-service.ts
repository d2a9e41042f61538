/**
 * Calls services from the page: one path, one origin, through the proxy, which alone knows secrets. Speaks
 * `src/proxy/contract.ts` and nothing else.
 */
import { parseJson, writeJson, type Json } from '../shared/index.ts';
import type { RequestTemplate, ServiceAnswer } from '../catalog/contract.ts';
import {
  answerHeaders,
  refusalHeader,
  refusalSchema,
  type CallRequest,
} from '../proxy/contract.ts';
import type { ServicePort } from '../runtime/index.ts';
import { z } from 'zod';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export const sessionHeaders = { 'X-Footbridge': '1' } as const;

const headersSchema = z.record(z.string(), z.string());

export function createPageService(fetch: Fetch): ServicePort {
  return {
    async call(request, credential, signal) {
      let response: Response;
      try {
        response = await fetch('/api/call', {
          method: 'POST',
          headers: { ...sessionHeaders, 'Content-Type': 'application/json' },
          body: JSON.stringify(toCallRequest(request, credential)),
          signal,
        });
        return await toAnswer(response);
      } catch (cause) {
        if (signal.aborted) throw cause;
        return {
          kind: 'unanswered',
          problem: { code: 'common.server-gone', params: {} },
          retryable: true,
        };
      }
    },
  };
}

function toCallRequest(request: RequestTemplate, credential: string | undefined): CallRequest {
  const { component, effect, origin, address, method, path, query, headers, body } = request;
  return {
    component,
    effect,
    origin,
    method,
    path,
    query: query.map(([name, value]) => [name, value]),
    headers: headers.map(([name, value]) => [name, value]),
    ...(address === undefined ? {} : { address }),
    ...(body === undefined ? {} : { body: { as: body.as, text: textOf(body.as, body.value) } }),
    ...(credential === undefined ? {} : { credential }),
  };
}

function textOf(as: 'json' | 'form' | 'text' | 'xml', value: Json): string {
  if (as === 'json') return writeJson(value);
  if (as === 'form' && typeof value === 'object' && value !== null) {
    const form = new URLSearchParams();
    for (const [name, entry] of Object.entries(value) as [string, Json][]) {
      for (const each of Array.isArray(entry) ? (entry as readonly Json[]) : [entry]) {
        if (each !== null)
          form.append(name, typeof each === 'object' ? writeJson(each) : String(each));
      }
    }
    return form.toString();
  }
  return typeof value === 'string' ? value : writeJson(value);
}

async function toAnswer(response: Response): Promise<ServiceAnswer> {
  if (response.headers.has(refusalHeader)) {
    const { code, params, retryable } = refusalSchema.parse(await response.json());
    return { kind: 'unanswered', problem: { code, params }, retryable };
  }
  const status = Number(response.headers.get(answerHeaders.status));
  if (!Number.isInteger(status) || status < 100) {
    return {
      kind: 'unanswered',
      problem: { code: 'common.server-gone', params: {} },
      retryable: response.status >= 500,
    };
  }
  const headers = headersSchema.parse(
    JSON.parse(response.headers.get(answerHeaders.headers) ?? '{}'),
  );
  const text = await response.text();
  return {
    kind: 'answered',
    status,
    headers,
    body: bodyOf(text, headers['content-type']),
    ms: Number(response.headers.get(answerHeaders.ms)),
  };
}

/** JSON where the service says so; what then cannot be read as JSON is given as the text it is. */
function bodyOf(text: string, type: string | undefined): Json {
  if (type === undefined || !/[/+]json\b/i.test(type) || text === '') return text;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
