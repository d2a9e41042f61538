/**
 * WS-Security: who asks stands in the envelope's header (OASIS Web Services Security UsernameToken Profile 1.1.1). Only here,
 * on the way out, the envelope and the password come together.
 */
import { createHash } from 'node:crypto';
import { RefusedError } from '../refusal.ts';
import { startOfEnvelope } from '../start-of-envelope.ts';
import type { Outgoing, Signed, SigningTools } from './signed.ts';

export const passwordForms = ['text', 'digest'] as const;

interface UsernameToken {
  readonly user: string;
  readonly password: string;
  readonly as: (typeof passwordForms)[number];
}

const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const wsse = `${oasis}-wssecurity-secext-1.0.xsd`;
const wsu = `${oasis}-wssecurity-utility-1.0.xsd`;
const profile = `${oasis}-username-token-profile-1.0`;
const base64 = `${oasis}-soap-message-security-1.0#Base64Binary`;

/** A question without a body (a proof by address) carries nothing. Throws `proxy.no-envelope`. */
export function putUsernameToken(
  { body }: Outgoing,
  token: UsernameToken,
  tools: SigningTools,
): Signed {
  if (body === undefined || body === '') return { headers: [], secrets: [] };
  if (typeof body !== 'string') throw new RefusedError('proxy.no-envelope');
  const nonce = Buffer.from(tools.newId());
  const created = new Date(tools.now()).toISOString();
  const password =
    token.as === 'text' ? token.password : passwordDigest(nonce, created, token.password);
  const proof =
    token.as === 'text'
      ? `<wsse:Password Type="${profile}#PasswordText">${escaped(password)}</wsse:Password>`
      : `<wsse:Password Type="${profile}#PasswordDigest">${password}</wsse:Password><wsse:Nonce EncodingType="${base64}">${nonce.toString('base64')}</wsse:Nonce><wsu:Created>${created}</wsu:Created>`;
  const written = `<wsse:UsernameToken><wsse:Username>${escaped(token.user)}</wsse:Username>${proof}</wsse:UsernameToken>`;
  // A digest that is echoed could be sent once more while its time is new.
  return { headers: [], body: withSecurity(body, written), secrets: [password] };
}

/** `Base64(SHA-1(nonce + created + password))`; of the nonce its bytes. */
export function passwordDigest(nonce: Uint8Array, created: string, password: string): string {
  return createHash('sha1').update(nonce).update(created).update(password).digest('base64');
}

function withSecurity(body: string, token: string): string {
  const start = startOfEnvelope(body);
  if (start === undefined) throw new RefusedError('proxy.no-envelope');
  const { prefix } = start;
  const mustKnow = prefix === '' ? '' : ` ${prefix}mustUnderstand="1"`;
  const security = `<wsse:Security xmlns:wsse="${wsse}" xmlns:wsu="${wsu}"${mustKnow}>${token}</wsse:Security>`;
  const rest = body.slice(start.tag.length);
  const header = new RegExp(`^\\s*<${prefix}Header(?:\\s[^>]*)?/?>`).exec(rest);
  if (header === null) return `${start.tag}<${prefix}Header>${security}</${prefix}Header>${rest}`;
  const inside = rest.slice(header[0].length);
  if (!header[0].endsWith('/>')) return `${start.tag}${header[0]}${security}${inside}`;
  return `${start.tag}<${prefix}Header>${security}</${prefix}Header>${inside}`;
}

/** XML has no place for some signs, not even escaped. */
export function canStandInXml(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these very signs
  return !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(text);
}

/** A line end is read as another one unless it is written by its number. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
