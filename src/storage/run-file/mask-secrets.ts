/**
 * What is masked in a file that leaves the browser. A secret is known by its name (a field, a header, a part of an
 * address) or by its form (a bearer token in a text); nothing else of a value tells that it is one.
 */
import { isJsonList, isJsonObject, type Json } from '../../shared/index.ts';

export const mask = '•••';

const secretName =
  /^(.*[-_. ])?(authori[sz]ation|cookie|passwords?|passwd|pwd|passphrase|passcode|secrets?|credentials?|(api|access|secret|private)[-_]?keys?|secret[-_]access[-_]key|tokens?|jwt|session[-_]?id|pin|cvv|cvc)$|(password|secret|apikey|token|privatekey|secretkey|accesskey|sessionid)s?$/i;
/** What signs an address: whoever has it may use the address. */
const signature = /^(.*[-_])?(sig|signature)$/i;
const bearer = /\b(Bearer|Basic|Token)\s+[\w+/=.~-]{8,}/g;
const inAddress = /((?:^|[?&;\s])([^=&;#?\s<>"]{1,60})=)[^&;#\s"'<>]+/g;
const userInAddress = /(\/\/[^/\s:@]+:)[^/\s@]+@/g;
const inElement = /(<(?:[\w.-]+:)?([\w.-]{1,60})(?:\s[^<>]*)?>)[^<>]+(?=<\/)/g;
const inGroup = /("([^"\\\n]{1,60})"\s{0,9}:\s{0,9}")(?:[^"\\]|\\.)+(?=")/g;
const privateKey =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
/** Keys that services give out so that they are known again. */
const keyForm =
  /\b(?:(?:sk|pk|rk)[-_](?:[a-z]{2,8}[-_]){0,2}[A-Za-z0-9]{16,}[\w-]*|(?:gh[pousr]|github_pat|whsec|shpat|shpss)_\w{16,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|AKIA[A-Z0-9]{12,}|AIza[\w-]{30,}|SG\.[\w-]{10,}\.[\w-]{10,}|eyJ[\w-]{14,}(?:\.[\w-]+)*)/g;

/** The same value without secrets; parts without any stay the same objects. */
export function maskSecrets<Value extends Json>(value: Value): Value {
  return masked(value, false) as Value; // only texts and numbers change, and to texts
}

function masked(value: Json, isSecret: boolean): Json {
  if (typeof value === 'string') return isSecret ? hidden(value) : maskText(value);
  if (isJsonList(value)) {
    if (isNamedSecret(value)) return [value[0] ?? '', mask];
    return sameOr(
      value,
      value.map((entry) => masked(entry, isSecret)),
    );
  }
  if (!isJsonObject(value)) return isSecret && isNumber(value) ? mask : value;
  const isBinding = typeof value['kind'] === 'string';
  let made: Record<string, Json> | undefined;
  for (const [key, part] of Object.entries(value)) {
    if (isBinding && isSecret && partsOfBinding.has(key)) continue;
    const next = masked(part, isSecret || secretName.test(key));
    if (next !== part) (made ??= { ...value })[key] = next;
  }
  return made ?? value;
}

/** What a mapping says of a field, beside a value that a person wrote. */
const partsOfBinding: ReadonlySet<string> = new Set(['kind', 'from', 'path']);

function hidden(text: string): string {
  return text === '' ? text : mask;
}

/** A switch or nothing is no secret. */
function isNumber(value: Json): boolean {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A text that carries a secret: beside its name (in an address, a form, XML or JSON), or known by its form. */
function maskText(text: string): string {
  return text
    .replace(bearer, `$1 ${mask}`)
    .replace(userInAddress, `$1${mask}@`)
    .replace(inAddress, (whole, start: string, name: string) =>
      secretName.test(name) || signature.test(name) ? `${start}${mask}` : whole,
    )
    .replace(inElement, unlessNoSecret)
    .replace(inGroup, unlessNoSecret)
    .replace(privateKey, mask)
    .replace(keyForm, mask);
}

function unlessNoSecret(whole: string, start: string, name: string): string {
  return secretName.test(name) ? `${start}${mask}` : whole;
}

/** A header as it is kept: its name and its value. */
function isNamedSecret(list: readonly Json[]): boolean {
  const [name, value] = list;
  return (
    list.length === 2 &&
    typeof name === 'string' &&
    typeof value === 'string' &&
    secretName.test(name)
  );
}

function sameOr(before: readonly Json[], now: readonly Json[]): readonly Json[] {
  return now.every((entry, at) => entry === before[at]) ? before : now;
}
