/** The page's way to the proxy: typed requests over one origin. Answers are checked here, trusted inside. */
import { z } from 'zod';
import { parseJson, writeJson, type Json } from '../../shared/index.ts';
import type { RequestTemplate, ServiceAnswer } from '../../catalog/contract.ts';
import {
  oauthAppSchema,
  placeSchema,
  sealAnswerSchema,
  sessionFactsSchema,
  signedOutSchema,
  signInProgressSchema,
  signInStartedSchema,
  type OAuthApp,
  type OAuthAppEntry,
  type Place,
  type Refusal,
  type SealAnswer,
  type SealRequest,
  type SessionFacts,
  type SignedOut,
  type SignInProgress,
  type SignInStarted,
} from '../../proxy/contract.ts';
import {
  createServiceCalls,
  serverGone,
  sessionHeaders,
  toRefusal,
} from '../../proxy/page-call.ts';

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

const unreadable: Refusal = { code: 'common.answer-unreadable', params: {}, retryable: true };

export async function loadSessionFacts(): Promise<SessionFacts> {
  return ask('/api/session', sessionFactsSchema, {});
}

/** Resolves when Footbridge answers, whatever it says. */
export async function askServer(): Promise<void> {
  await reach('/api/session', { headers: sessionHeaders });
}

export async function endSession(): Promise<SignedOut> {
  return ask('/api/session', signedOutSchema, { method: 'DELETE' });
}

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
  return services.call(template, credential);
}

/** A further page of a list that will not be asked for. */
export function leaveService(template: RequestTemplate): void {
  services.leave(template);
}

const services = createServiceCalls(reach, (fresh) => {
  // A store that cannot be written keeps the old seal, which goes on working.
  void import('../storage/open-database.ts')
    .then(async ({ database }) =>
      (await import('../../storage/index.ts')).renewSeal(database, fresh),
    )
    .catch(() => undefined);
});

/** Begins a sign-in that needs the person at the service. */
export async function beginSignIn(request: SealRequest): Promise<SignInStarted> {
  return ask('/api/sign-ins', signInStartedSchema, {
    method: 'POST',
    body: writeJson(request as unknown as Json), // a request is JSON by its schema
  });
}

/** Waits a while for its end. */
export async function signInProgress(id: string, signal: AbortSignal): Promise<SignInProgress> {
  return ask(`/api/sign-ins/${encodeURIComponent(id)}`, signInProgressSchema, { signal });
}

export async function leaveSignIn(id: string): Promise<void> {
  await tell(`/api/sign-ins/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Makes a sealed token worthless for good. */
export async function revokeCredential(token: string): Promise<void> {
  await tell('/api/credentials/revoke', { method: 'POST', body: JSON.stringify({ token }) });
}

export async function loadOAuthApp(name: string): Promise<OAuthApp> {
  return ask(`/api/oauth-apps/${encodeURIComponent(name)}`, oauthAppSchema, {});
}

/** Gives an app's ID and secret to the proxy, once. */
export async function setUpOAuthApp(name: string, entry: OAuthAppEntry): Promise<void> {
  await tell(`/api/oauth-apps/${encodeURIComponent(name)}`, {
    method: 'PUT',
    body: JSON.stringify(entry),
  });
}

async function ask<Value>(
  path: string,
  schema: z.ZodType<Value>,
  init: RequestInit,
): Promise<Value> {
  const [response, text] = await askText(path, init);
  if (!response.ok) throw new ProxyRefusal(toRefusal(text));
  const answer = parseJson(text);
  const parsed = answer.ok ? schema.safeParse(answer.value) : undefined;
  if (parsed?.success !== true) throw new ProxyRefusal(unreadable);
  return parsed.data;
}

async function tell(path: string, init: RequestInit): Promise<void> {
  const [response, text] = await askText(path, init);
  if (!response.ok) throw new ProxyRefusal(toRefusal(text));
}

async function askText(path: string, init: RequestInit): Promise<readonly [Response, string]> {
  const headers = { ...sessionHeaders, 'Content-Type': 'application/json' };
  try {
    const response = await reach(path, { ...init, headers });
    return [response, await response.text()];
  } catch {
    throw new ProxyRefusal(serverGone()); // the network's own words are for developers
  }
}

function reach(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, { ...init, credentials: 'same-origin' });
}
