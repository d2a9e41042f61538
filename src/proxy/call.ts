/**
 * POST /api/call: one request to a service, with the secret added here (P2).
 *
 * 1. The page is not trusted: origin, auth rule and component come from the seal; what the page says must agree.
 * 2. Checked in this order, before a socket is opened: token, component, effect, origin, path, headers.
 * 3. A file that comes behind the call goes out as it comes: it is sent once, and nothing that needs it twice is done.
 * 4. The answer never runs in a browser: it travels as bytes, its own type beside it in a header.
 */
import type { Component, HttpCall } from '../catalog/contract.ts';
import { asksOnly, isPathOf } from './asks-only.ts';
import { injectionOf, noInjection, type Injection } from './auth-rules.ts';
import type { FilePieces } from './arrived-file.ts';
import type { Caller } from './caller.ts';
import { answerHeaders, type CallRequest } from './contract.ts';
import {
  freshHeaders,
  openCredential,
  renewedCredential,
  type CredentialDeps,
  type FreshSeal,
  type OpenCredential,
} from './credentials.ts';
import { takeCallerHeaders } from './egress/headers.ts';
import type { Destinations } from './egress/destinations.ts';
import type { OutboundAnswer, Withholding } from './egress/answer.ts';
import type { Egress } from './egress/egress.ts';
import { originOfCall, originOfSeal } from './origins.ts';
import type { ReadyAnswer, Rest } from './ready-answer.ts';
import { RefusedError } from './refusal.ts';
import { contentOf, isPassing, withContentType, type Passing } from './request-content.ts';
import { buildUrl } from './request-url.ts';
import { refusePlainHttp } from './secure-line.ts';
import type { Session } from './session.ts';
import type { SigningTools } from './signing/signed.ts';
import type { SealedCredential } from './vault/vault.ts';

export interface CallDeps extends CredentialDeps {
  /** What this server knows: no description comes from the page. */
  readonly components: readonly Component[];
  readonly egress: Egress;
  readonly destinations: Destinations;
  /** Keeps why an answer broke off, for the page to ask. */
  readonly noteOutcome: (callId: string, session: Session, refused: RefusedError) => void;
  readonly newId: () => string;
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

export async function answerCall(
  call: CallRequest,
  session: Session,
  deps: CallDeps,
  onEnd: () => void,
  caller?: Caller,
  file?: FilePieces,
): Promise<ReadyAnswer> {
  const method = call.method.toUpperCase();
  if (!methods.has(method))
    throw new RefusedError('proxy.method-not-allowed', {
      method: method.replace(/[^A-Z]/g, '?').slice(0, 20),
    });
  const { origin, injection, credential, fresh } = await addressee(call, session, deps);
  if (
    call.effect === 'read' &&
    method !== 'GET' &&
    method !== 'HEAD' &&
    !asksOnly(call, componentOf(call, deps))
  )
    throw new RefusedError('proxy.read-only', { method });
  const url = buildUrl(origin, call.path, call.query);
  if (injection !== noInjection) refusePlainHttp(url, deps.destinations);
  const given = method === 'GET' || method === 'HEAD' ? undefined : call.body;
  const sent = given === undefined ? undefined : await contentOf(given, file);
  const own = takeCallerHeaders(
    call.headers,
    sent !== undefined,
    () => componentOf(call, deps)?.tenant?.header,
  );
  const withhold = withholdingOf(call, method, deps);
  // In a part of an answer nobody can tell a name from a value.
  const whole =
    withhold === undefined || withhold.isFile ? own : own.filter(([name]) => name !== 'range');
  const headers = sent === undefined ? whole : withContentType(whole, sent);

  const started = deps.now();
  const body = sent?.content;
  const waitMs = call.waitSeconds === undefined ? undefined : call.waitSeconds * 1000;
  const profile = call.profile ?? (isMuch(body) ? 'upload' : undefined);
  const ask = (injection: Injection): Promise<OutboundAnswer> =>
    deps.egress.send({
      url,
      method,
      headers,
      body,
      injection,
      caller,
      profile,
      waitMs,
      withhold,
    });
  const first = await ask(injection);
  const again = await afterRefusal(first, credential, deps);
  // What was passed on as it came is gone: whoever has it sends it once more.
  if (again !== undefined && isPassing(body)) throw new RefusedError('proxy.sign-in-renewed');
  const answer = again === undefined ? first : await ask(keptInjection(again.credential, deps));
  if (again !== undefined && answer.status !== 401) deps.tokens.accepted(again.credential);
  return readyAnswer(
    answer,
    {
      ...freshHeaders(again?.fresh ?? fresh),
      [answerHeaders.ms]: String(Math.max(0, Math.round(deps.now() - started))),
    },
    () => {
      const callId = deps.newId();
      return { callId, note: (refused) => deps.noteOutcome(callId, session, refused) };
    },
    onEnd,
  );
}

/** What this server knows of the component: a credential's is the one in its seal. */
function componentOf({ component }: CallRequest, { components }: CallDeps): Component | undefined {
  return components.find(({ id }) => id === component);
}

/** What this server's own catalog says of the answer, whatever the page does. */
function withholdingOf(call: CallRequest, method: string, deps: CallDeps): Withholding | undefined {
  const { withheld: names = [], operations = [] } = componentOf(call, deps) ?? {};
  if (names.length === 0) return undefined;
  const isFile = operations.some(({ call: declared }) => {
    if (declared.via !== 'http') return false;
    const http = declared as HttpCall;
    return http.take?.file !== undefined && http.method === method && isPathOf(http, call.path);
  });
  return { names, isFile };
}

/** More than a slow line takes in a moment. */
const muchSent = 1024 * 1024;

function isMuch(body: string | Buffer | Passing | undefined): boolean {
  return body !== undefined && body.length > muchSent;
}

/** A service that does not take a token any more (401) did nothing: it is asked once more with a new one, where one can be had. */
async function afterRefusal(
  answer: OutboundAnswer,
  credential: SealedCredential | undefined,
  deps: CallDeps,
): Promise<OpenCredential | undefined> {
  if (!answer.isTrusted || credential === undefined) return undefined;
  if (answer.status !== 401) {
    deps.tokens.accepted(credential);
    return undefined;
  }
  const again = await renewedCredential(credential, deps).catch((cause: unknown) => {
    answer.leave();
    throw cause;
  });
  if (again !== undefined) answer.leave();
  return again;
}

/** Only an answer that is streamed can break off after its status: only then there is something to ask about. */
type Outcome = () => { readonly callId: string; readonly note: (refused: RefusedError) => void };

interface Addressee {
  readonly origin: string;
  readonly injection: Injection;
  readonly credential?: SealedCredential;
  readonly fresh?: FreshSeal | undefined;
}

async function addressee(call: CallRequest, session: Session, deps: CallDeps): Promise<Addressee> {
  if (call.credential === undefined)
    return { origin: originOfCall(call.origin, call.address, deps.places), injection: noInjection };
  const { credential, fresh } = await openCredential(call.credential, session, deps);
  if (credential.component !== call.component)
    throw new RefusedError('proxy.credential-other-component');
  const origin = originOfSeal(credential.origins, call.origin, call.address, deps.places);
  const injection = keptInjection(credential, deps);
  return call.asNobody === true
    ? { origin, injection: { ...noInjection, secrets: injection.secrets }, fresh }
    : { origin, injection, credential, fresh };
}

/** The same for every call of an opened credential, so made once for it. */
const injections = new WeakMap<SealedCredential, Injection>();
function keptInjection(credential: SealedCredential, tools: SigningTools): Injection {
  const injection = injections.get(credential) ?? injectionOf(credential, tools);
  injections.set(credential, injection);
  return injection;
}

async function readyAnswer(
  answer: OutboundAnswer,
  extra: Readonly<Record<string, string>>,
  outcome: Outcome,
  onEnd: () => void,
): Promise<ReadyAnswer> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/octet-stream',
    'Content-Security-Policy': 'sandbox',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    [answerHeaders.status]: String(answer.status),
    [answerHeaders.headers]: headerJson(answer.headers),
    ...extra,
  };
  // A short answer is read before the page gets a status, so that a failure in it is still a refusal.
  const { bytes, rest } = await answer.read();
  if (rest === undefined) {
    onEnd();
    headers['Content-Length'] = String(bytes.byteLength);
    return { status: 200, headers, bytes };
  }
  const { callId, note } = outcome();
  headers[answerHeaders.call] = callId;
  return { status: 200, headers, bytes, rest: noting(rest, note, onEnd) };
}

/** Notes why it broke off, and tells its end. */
function noting(
  rest: AsyncGenerator<Uint8Array, void, undefined>,
  note: (refused: RefusedError) => void,
  onEnd: () => void,
): Rest {
  return {
    async next() {
      try {
        const next = await rest.next();
        if (next.done === true) onEnd();
        return next;
      } catch (cause) {
        note(cause instanceof RefusedError ? cause : new RefusedError('proxy.server-fault'));
        onEnd();
        throw cause;
      }
    },
    return() {
      onEnd();
      return rest.return();
    },
  };
}

/** JSON that fits into a header: ASCII only, and not longer than a header may be. */
function headerJson(headers: Readonly<Record<string, string>>): string {
  const kept: Record<string, string> = {};
  let size = 0;
  for (const [name, value] of Object.entries(headers)) {
    size += name.length + value.length;
    if (size < 6000) kept[name] = value;
  }
  return JSON.stringify(kept).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
