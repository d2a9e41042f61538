/** What page and worker understand of the proxy's answers, whatever was asked. */
import type { ServiceAnswer } from '../catalog/contract.ts';
import { parseJson } from '../shared/index.ts';
import { refusalSchema, type Refusal } from './contract.ts';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export const sessionHeaders = { 'X-Footbridge': '1' } as const;

/** What a refusal says of itself. */
export function toRefusal(text: string): Refusal {
  const value = parseJson(text);
  const refusal = refusalSchema.safeParse(value.ok ? value.value : undefined);
  return refusal.success
    ? refusal.data
    : { code: 'common.answer-unreadable', params: {}, retryable: true };
}

/** The proxy does not answer, or somebody else answers in its place. */
export function serverGone(retryable = true): Refusal {
  return { code: 'common.server-gone', params: {}, retryable };
}

/** That nothing was answered, and why. */
export function unanswered({ code, params, retryable }: Refusal): ServiceAnswer {
  return { kind: 'unanswered', problem: { code, params }, retryable };
}
