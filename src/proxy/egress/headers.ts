/**
 * Which headers pass, in both directions (P6): lists of what may, never of what may not.
 */
import { RefusedError } from '../refusal.ts';

export type HeaderPair = readonly [name: string, value: string];
/** As they came, names in small letters. */
export type ServiceHeaders = Readonly<Record<string, string | string[] | undefined>>;

const callerHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'api-version',
  'cache-control',
  'content-language',
  'content-type',
  'depth',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'odata-maxversion',
  'odata-version',
  'pragma',
  'prefer',
  'range',
  'soapaction',
  'user-agent',
]);
/** Vendors name their own: `X-Shop`, `Notion-Version`, `Stripe-Account`. */
const vendorHeader =
  /^(x-[a-z0-9-]+|[a-z0-9]+(-[a-z0-9]+)*-(version|idempotency-key|request-id|account|context|organization|project|beta))$/;
/** `x-…` names that tell a service to treat the request as another one: they would undo what the proxy enforces. */
const disguise =
  /^x-(forwarded|real-ip|original|rewrite|http-method|method-override|accel|sendfile|envoy|amzn|client-ip|cluster|host|proxy|footbridge)/;
/** Belong to the connection, not to the message: left out without a word. */
const dropped: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'accept-encoding',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

const answerHeaderNames: ReadonlySet<string> = new Set([
  'allow',
  'content-disposition',
  'content-language',
  'content-location',
  'content-range',
  'content-type',
  'date',
  'deprecation',
  'etag',
  'expires',
  'last-modified',
  'link',
  'location',
  'preference-applied',
  'retry-after',
  'sunset',
  'warning',
  'www-authenticate',
]);
const answerHeaderFamily =
  /^(x-)?(ratelimit|rate-limit|total|page|pagination|per-page|next|prev|cursor|count|request-id|correlation-id)\b|-(request-id|total-count|version)$/;

/** What a service calls one of its companies or workspaces: a word, never a text of somebody's own. */
const tenantValue = /^[\w.:~-]{1,200}$/;

/**
 * The caller's headers that go out. `ownOf` tells which one the component declares besides the lists above; it is asked
 * only where they do not know a name. Throws `proxy.header-not-allowed` for those a person would miss.
 */
export function takeCallerHeaders(
  headers: readonly HeaderPair[],
  hasBody: boolean,
  ownOf: () => string | undefined = () => undefined,
): HeaderPair[] {
  return headers.flatMap(([given, value]): HeaderPair[] => {
    const name = given.toLowerCase();
    if (!isHeaderName(name) || !isHeaderValue(value))
      throw new RefusedError('proxy.header-not-allowed', { header: shown(given) });
    if (dropped.has(name) || name.startsWith('proxy-') || name.startsWith('sec-')) return [];
    if (name === 'content-type' && !hasBody) return [];
    if (callerHeaders.has(name) || (vendorHeader.test(name) && !disguise.test(name)))
      return [[name, value]];
    if (tenantValue.test(value) && !disguise.test(name) && name === ownOf()) return [[name, value]];
    throw new RefusedError('proxy.header-not-allowed', { header: shown(given) });
  });
}

/** The service's headers that the page gets: never a cookie, never one that steers a browser. */
export function takeAnswerHeaders(headers: ServiceHeaders): Readonly<Record<string, string>> {
  const taken: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || !(answerHeaderNames.has(name) || answerHeaderFamily.test(name)))
      continue;
    taken[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return taken;
}

const longestValue = 2000;

/** As much of each as anybody reads. Of headers without secrets: half of one is not found any more. */
export function cutValues(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (Object.values(headers).every(({ length }) => length <= longestValue)) return headers;
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.slice(0, longestValue)]),
  );
}

export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]{1,200}$/.test(name);
}

/** No CR, LF, NUL or other control character, and nothing that does not fit into one byte. */
export function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value) && value.length <= 8192;
}

function shown(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}
