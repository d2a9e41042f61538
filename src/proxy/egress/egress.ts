/**
 * THE outbound function (P3): all traffic to the outside goes through `send`, and nothing else opens a socket.
 *
 * 1. Destinations are checked where the socket is opened (connector.ts), on every hop.
 * 2. The secret is added here, or the request signed, for each hop anew, only while the hop is at the first origin.
 * 3. What comes back is decoded, capped, timed and masked before anybody sees a byte of it.
 * 4. Proxy variables of the environment are not read.
 */
import { Agent, type Dispatcher } from 'undici';
import type { Injection } from '../auth-rules.ts';
import type { Caller } from '../caller.ts';
import { needlesOf, type Needles } from '../mask.ts';
import { RefusedError } from '../refusal.ts';
import { isPassing, type Passing } from '../request-content.ts';
import { refuseWayOut } from '../request-url.ts';
import type { Outgoing, Signed } from '../signing/signed.ts';
import { toAnswer, type OutboundAnswer, type Withholding } from './answer.ts';
import { createConnector, resolveByDns, type Dial, type Resolve } from './connector.ts';
import { acceptedEncodings } from './decode.ts';
import { createDialSocket, type DialSocket } from './dial.ts';
import { Exchange } from './exchange.ts';
import { createFileFinder, type FindFile } from './files.ts';
import type { Destinations } from './destinations.ts';
import { firstOf, type HeaderPair } from './headers.ts';
import { limitsByProfile, type Limits, type Profile } from './limits.ts';
import { nextHop, type Hop } from './redirect.ts';
import { createWatch } from './watch.ts';

type Body = NonNullable<Dispatcher.DispatchOptions['body']> | null;

export interface OutboundRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: readonly HeaderPair[];
  readonly body?: string | Uint8Array | Passing | undefined;
  readonly injection: Injection;
  /** Decides about the limits; `call` where left out. */
  readonly profile?: Profile | undefined;
  /** Another wait than the profile's: for the headers, and without a byte. The whole has at least as long. */
  readonly waitMs?: number | undefined;
  /** At most so many; the limit's number where left out. */
  readonly redirects?: number;
  /** Who goes before the answer has come, ends it. */
  readonly caller?: Caller | undefined;
  readonly withhold?: Withholding | undefined;
}

export interface Egress {
  /** Throws `RefusedError`. The answer must be read or left. */
  send(request: OutboundRequest): Promise<OutboundAnswer>;
  /** A bare connection, for services that are not asked by HTTP. */
  readonly dial: DialSocket;
  /** The real path of a file in a folder that the operator opened. */
  readonly file: FindFile;
  close(): Promise<void>;
}

export function createEgress(options: {
  readonly destinations: Destinations;
  readonly resolve?: Resolve;
  readonly dial?: Dial;
  readonly limits?: Partial<Limits>;
  /** None where left out. */
  readonly file?: FindFile;
}): Egress {
  const limitsOf = (profile: Profile = 'call', waitMs?: number): Limits => {
    const limits = { ...limitsByProfile[profile], ...options.limits };
    if (waitMs === undefined) return limits;
    const totalMs = Math.max(limits.totalMs, waitMs);
    return { ...limits, headersMs: waitMs, idleMs: waitMs, totalMs };
  };
  const limits = limitsOf();
  const agent = new Agent({
    connect: createConnector({
      destinations: options.destinations,
      resolve: options.resolve ?? resolveByDns,
      connectMs: limits.connectMs,
      ...(options.dial === undefined ? {} : { dial: options.dial }),
    }),
    maxHeaderSize: limits.headerBytes,
    // Own timers (Watch) decide: undici's start anew with every byte of a header.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  function sendHop(
    hop: Hop,
    injection: Injection,
    signed: Signed | undefined,
    exchange: Exchange,
    prefix: string,
  ): void {
    const content = signed?.body ?? hop.body;
    const sent = content === undefined ? undefined : exchange.sent(content);
    agent.dispatch(
      {
        origin: hop.url.origin,
        path: `${prefix}${targetOf(hop, withAdded(searchOf(hop, injection), signed?.query ?? []))}`,
        method: hop.method as Dispatcher.HttpMethod,
        headers: headersOf(hop, [
          ...(hop.isTrusted ? injection.headers : []),
          ...(signed?.headers ?? []),
          ...(sent?.length === undefined ? [] : [['content-length', String(sent.length)] as const]),
        ]),
        body: (sent?.body ?? null) as Body, // iterables too, which undici's types leave out
      },
      exchange,
    );
  }

  return {
    async send(request) {
      const { injection } = request;
      if (injection.path !== undefined) refuseWayOut(request.url.pathname);
      // A signature is over all of it, which nobody here has.
      if (injection.sign !== undefined && isPassing(request.body))
        throw new RefusedError('proxy.file-not-signable', { host: request.url.host });
      const ofCredential = needlesOf(injection.secrets);
      const limits = limitsOf(request.profile, request.waitMs);
      const watch = createWatch(limits.totalMs, request.url.host, request.caller);
      let exchange: Exchange | undefined;
      try {
        let hop: Hop = {
          url: request.url,
          method: request.method,
          headers: request.headers,
          body: request.body,
          isTrusted: true,
        };
        for (let redirects = 0; ; redirects += 1) {
          const signed = hop.isTrusted ? injection.sign?.(outgoingOf(hop, injection)) : undefined;
          const needles = signed === undefined ? ofCredential : withSigned(ofCredential, signed);
          exchange = new Exchange(hop.url.host, watch, limits);
          // Where a service sends on to, it says the whole path.
          sendHop(hop, injection, signed, exchange, redirects === 0 ? (injection.path ?? '') : '');
          const head = await exchange.head();
          const next = nextHop(hop, head.status, firstOf(head.headers['location']), needles);
          if (next === undefined)
            return toAnswer(exchange, head, hop, needles, watch, limits, request.withhold);
          exchange.leave();
          if (redirects === (request.redirects ?? limits.redirects))
            throw new RefusedError('proxy.too-many-redirects', { host: request.url.host });
          hop = next;
        }
      } catch (cause) {
        watch.end();
        exchange?.leave();
        throw cause;
      }
    },
    dial: createDialSocket({
      destinations: options.destinations,
      resolve: options.resolve ?? resolveByDns,
      connectMs: limits.connectMs,
    }),
    file: options.file ?? createFileFinder({ folders: [] }),
    close: () => agent.destroy(),
  };
}

/** A signature says who asked and when: as long as it is good it must not come back either. */
function withSigned(ofCredential: Needles, { secrets }: Signed): Needles {
  return [...ofCredential, ...needlesOf(secrets)].sort((one, other) => other.length - one.length);
}

/** The hop as it goes out, for what signs it. */
function outgoingOf(hop: Hop, injection: Injection): Outgoing {
  return {
    method: hop.method,
    origin: hop.url.origin,
    path: hop.url.pathname,
    search: searchOf(hop, injection),
    headers: [...hop.headers, ...injection.headers],
    body: isPassing(hop.body) ? undefined : hop.body,
  };
}

function targetOf(hop: Hop, search: string): string {
  return search === '' ? hop.url.pathname : `${hop.url.pathname}?${search}`;
}

function searchOf(hop: Hop, injection: Injection): string {
  const given = hop.url.search.slice(1);
  return hop.isTrusted ? withAdded(given, injection.query) : given;
}

function withAdded(search: string, query: Injection['query']): string {
  if (query.length === 0) return search;
  const names = new Set(query.map(([name]) => name));
  const given = search.split('&').filter((pair) => pair !== '' && !names.has(nameOf(pair)));
  const added = query.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return [...given, ...added].join('&');
}

/** As undici takes them: name, value, name, value. */
function headersOf(hop: Hop, secret: readonly HeaderPair[]): string[] {
  const all = ['accept-encoding', acceptedEncodings];
  let isNamed = false;
  const take = ([name, value]: HeaderPair): void => {
    isNamed ||= name === 'user-agent';
    all.push(name, value);
  };
  for (const pair of hop.headers) if (!secret.some(([name]) => name === pair[0])) take(pair);
  for (const pair of secret) take(pair);
  if (!isNamed) all.push('user-agent', 'Footbridge');
  return all;
}

function nameOf(pair: string): string {
  return new URLSearchParams(pair).keys().next().value ?? '';
}
