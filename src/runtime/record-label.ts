import {
  firstOf,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  type JsonPath,
} from '../shared/index.ts';
import type { MessageRecord } from './message-record.ts';

const longest = 60;
/** Names by which people know a record, best first. */
const telling = [
  /^(full_?|display_?|company_?)?name$/i,
  /e-?mail/i,
  /title|subject|label/i,
  /^first_?name$/i,
  /^last_?name$/i,
  /(^|_)(id|key|number|no)$|Id$/,
];

/** A few words by which a person recognises a message: a name or an e-mail address in it, else its first text. */
export function recordLabel(
  record: Pick<MessageRecord, 'input' | 'output' | 'readdressed'>,
): string {
  const { output, readdressed = [] } = record;
  // The person's own address is the same everywhere: it tells no message from the other.
  const input = readdressed.length === 0 ? record.input : without(record.input, readdressed);
  const inside = hasData(input) ? input : output?.[0];
  return inside === undefined ? '' : labelOf(inside);
}

/** Fields deeper inside may stay: what stands on top tells most. */
function without(input: Json | undefined, paths: readonly JsonPath[]): Json | undefined {
  if (!isJsonObject(input)) return input;
  const gone = new Set(paths.flatMap((path) => (path.length === 1 ? path : [])));
  return Object.fromEntries(Object.entries(input).filter(([key]) => !gone.has(key)));
}

function labelOf(value: Json): string {
  if (isJsonList(value)) return value[0] === undefined ? '' : labelOf(value[0]);
  if (!isJsonObject(value)) return value === null ? '' : shorten(String(value));
  const inner = Object.values(value).filter(isJsonObject);
  // The name of what is inside says more than its place among others.
  const telling = tellingIn(value) ?? firstOf(inner, tellingIn);
  if (telling !== undefined) return telling;
  const [first] = plainIn(value);
  if (first !== undefined) return shorten(String(first[1]));
  const nested = Object.values(value).find((one) => typeof one === 'object' && hasData(one));
  return nested === undefined ? '' : labelOf(nested);
}

function tellingIn(value: JsonObject): string | undefined {
  const plain = plainIn(value);
  for (const pattern of telling) {
    const found = plain.find(([key]) => pattern.test(key));
    if (found === undefined) continue;
    const beside = /^first_?name$/i.test(found[0])
      ? plain.find(([key]) => /^last_?name$/i.test(key))
      : undefined;
    return shorten(beside === undefined ? String(found[1]) : `${found[1]} ${beside[1]}`);
  }
  return undefined;
}

function plainIn(value: JsonObject): readonly (readonly [string, string | number | bigint])[] {
  return Object.entries(value).filter(
    (field): field is [string, string | number | bigint] =>
      ['string', 'number', 'bigint'].includes(typeof field[1]) && field[1] !== '',
  );
}

function hasData(value: Json | undefined): value is Json {
  return isJsonObject(value)
    ? Object.keys(value).length > 0
    : isJsonList(value)
      ? value.length > 0
      : value !== undefined && value !== null;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
