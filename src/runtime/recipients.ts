/**
 * Who gets what a write sends out: the texts of its input that the description calls an e-mail address or a telephone
 * number. A person who tests can put their own in their place, so that nobody else hears of the test.
 *
 * 1. Only these texts change; everything else of the input stays what it was.
 * 2. What is empty stays empty: nobody would have got it.
 */
import {
  isJsonList,
  isJsonObject,
  itemAt,
  itemsOf,
  propertiesOf,
  propertyAt,
  resolve,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../shared/index.ts';

export type RecipientKind = 'email' | 'phone';

/** Where the person who tests is reached; of a kind that is missing the real recipients stay. */
export type OwnAddresses = Readonly<Partial<Record<RecipientKind, string>>>;

export interface Recipient {
  readonly path: JsonPath;
  readonly kind: RecipientKind;
  readonly value: string;
}

const kindOfFormat: Readonly<Record<string, RecipientKind>> = {
  email: 'email',
  'idn-email': 'email',
  // Several in one text, with commas between them.
  'email-list': 'email',
  phone: 'phone',
  tel: 'phone',
};

/** The recipients in an input, in the order in which they stand there. */
export function recipientsIn(input: Json, schema: JsonSchema | undefined): readonly Recipient[] {
  const found: Recipient[] = [];
  if (schema !== undefined)
    walk(input, schema, schema, [], (recipient) => {
      found.push(recipient);
      return recipient.value;
    });
  return found;
}

/** So many places of a description are looked at; what is deeper than that nobody fills by hand. */
const placesLookedAt = 500;

/** The kinds of recipients that an input may have, whether it has them or not: of each the person has to say their own. */
export function recipientKindsOf(schema: JsonSchema | undefined): ReadonlySet<RecipientKind> {
  const kinds = new Set<RecipientKind>();
  if (schema === undefined) return kinds;
  const ahead: JsonSchema[] = [schema];
  const seen = new Set<JsonSchema>();
  for (let here = ahead.shift(); here !== undefined; here = ahead.shift()) {
    const known = resolve(here, schema);
    if (seen.has(known) || seen.size >= placesLookedAt) continue;
    seen.add(known);
    const kind = recipientKind(known, schema);
    if (kind !== undefined) kinds.add(kind);
    ahead.push(...Object.values(propertiesOf(known, schema)));
    const items = known.items === undefined ? undefined : itemsOf(known, schema);
    if (items !== undefined) ahead.push(items);
  }
  return kinds;
}

export interface Readdressed {
  readonly input: Json;
  /** Where something else stands now. */
  readonly replaced: readonly JsonPath[];
}

/** The input with the person's own addresses in place of all others. */
export function readdress(
  input: Json,
  schema: JsonSchema | undefined,
  own: OwnAddresses,
): Readdressed {
  const replaced: JsonPath[] = [];
  if (schema === undefined) return { input, replaced };
  const changed = walk(input, schema, schema, [], ({ path, kind, value }) => {
    const mine = own[kind];
    if (mine === undefined || mine === value) return value;
    replaced.push(path);
    return mine;
  });
  return { input: changed, replaced };
}

/** Rebuilds only what leads to a change. */
function walk(
  value: Json,
  schema: JsonSchema,
  root: JsonSchema,
  path: JsonPath,
  at: (recipient: Recipient) => string,
): Json {
  if (typeof value === 'string') {
    const kind = value === '' ? undefined : recipientKind(schema, root);
    return kind === undefined ? value : at({ path, kind, value });
  }
  if (isJsonList(value)) {
    const entries = value.map((entry, position) => {
      const inside = itemAt(schema, position, root);
      return inside === undefined ? entry : walk(entry, inside, root, [...path, position], at);
    });
    return entries.every((entry, position) => entry === value[position]) ? value : entries;
  }
  if (!isJsonObject(value)) return value;
  const fields = Object.entries(value).map(([key, inner]) => {
    const inside = propertyAt(schema, key, root);
    return [
      key,
      inside === undefined ? inner : walk(inner, inside, root, [...path, key], at),
    ] as const;
  });
  return fields.every(([key, inner]) => inner === value[key]) ? value : Object.fromEntries(fields);
}

/** A field that may be one of several things is a recipient when any of them is one: too many are replaced, none too few. */
function recipientKind(schema: JsonSchema, root: JsonSchema, depth = 0): RecipientKind | undefined {
  const { format, anyOf, oneOf } = resolve(schema, root);
  if (typeof format === 'string' && Object.hasOwn(kindOfFormat, format))
    return kindOfFormat[format];
  if (depth >= deepestUnion) return undefined;
  for (const branch of [...(anyOf ?? []), ...(oneOf ?? [])]) {
    const kind = recipientKind(branch, root, depth + 1);
    if (kind !== undefined) return kind;
  }
  return undefined;
}
const deepestUnion = 8;
