import {
  choicesOf,
  itemsOf,
  kindsOf,
  propertiesOf,
  requiredOf,
  resolve,
  tupleItemsOf,
  variantsOf,
  type Json,
  type JsonSchema,
} from '../../shared/index.ts';

/**
 * A realistic invented value of a schema: its own example or default, else made from format, choice and kind.
 * The same schema always gives the same value. Recursive schemas end after a few levels.
 */
export function exampleOf(schema: JsonSchema, root: JsonSchema = schema): Json {
  return make(schema, root, '', 0);
}

const deepest = 5;
const byFormat: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  date: '2026-03-01',
  'date-time': '2026-03-01T10:00:00Z',
  time: '10:00:00',
  uri: 'https://example.com/',
  uuid: '6f1c2a9e-3b4d-4e5f-8a7b-9c0d1e2f3a4b',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
};
/** Words in a field's name and what a person would expect there, most telling first. */
const byName: readonly (readonly [RegExp, string])[] = [
  [/e-?mail/i, 'ada@example.com'],
  [/first.?name|given/i, 'Ada'],
  [/last.?name|family|surname/i, 'Lovelace'],
  [/phone|mobile/i, '+44 20 7946 0018'],
  [/street/i, '12 St James Square'],
  [/city|town/i, 'London'],
  [/postal|zip/i, 'SW1Y 4JH'],
  [/country/i, 'GB'],
  [/company/i, 'Analytical Engines Ltd'],
  [/name/i, 'Ada Lovelace'],
  [/language|\blang\b|locale/i, 'en'],
  [/currency/i, 'EUR'],
  [/colou?r/i, 'blue'],
  [/status|state/i, 'active'],
  [/title|subject/i, 'A first order'],
  [/note|comment|description|text|message|body/i, 'Please call before noon.'],
  [/url|link|address/i, 'https://example.com/'],
  [/vat/i, 'DE123456789'],
  [/id$/i, 'a-0001'],
];

function make(schema: JsonSchema, root: JsonSchema, name: string, depth: number): Json {
  const here = resolve(schema, root);
  if (here.examples !== undefined && here.examples[0] !== undefined) return here.examples[0];
  if (here.default !== undefined) return here.default;
  if (here.const !== undefined) return here.const;
  const [variant] = variantsOf(here, root);
  if (variant !== undefined && depth < deepest) return make(variant.schema, root, name, depth + 1);
  const choices = choicesOf(here, root);
  if (choices?.[0] !== undefined) return choices[0];
  const { kinds, nullable, open } = kindsOf(here, root);
  if (kinds.has('object')) return makeGroup(here, root, depth);
  if (kinds.has('array')) {
    const tuple = tupleItemsOf(here, root)?.items;
    if (tuple !== undefined && depth < deepest)
      return tuple.map((part) => make(part, root, name, depth + 1));
    const entry = itemsOf(here, root);
    return depth >= deepest || entry === undefined ? [] : [make(entry, root, name, depth + 1)];
  }
  if (kinds.has('string')) return makeText(here, `${name} ${here.title ?? ''}`);
  if (kinds.has('number')) return within(here, 12.5);
  if (kinds.has('integer')) return Math.round(within(here, 3));
  if (kinds.has('boolean')) return true;
  return nullable && !open ? null : 'example';
}

/** The wished number, or the nearest one that is allowed. */
function within(here: JsonSchema, wish: number): number {
  const least =
    here.minimum ?? (here.exclusiveMinimum === undefined ? -Infinity : here.exclusiveMinimum + 1);
  const most =
    here.maximum ?? (here.exclusiveMaximum === undefined ? Infinity : here.exclusiveMaximum - 1);
  return Math.min(Math.max(wish, least), most);
}

function makeGroup(here: JsonSchema, root: JsonSchema, depth: number): Json {
  const required = new Set(requiredOf(here, root));
  const fields = Object.entries(propertiesOf(here, root)).filter(
    ([name]) => depth < deepest || required.has(name),
  );
  if (depth > deepest + 3) return {};
  return Object.fromEntries(
    fields.map(([name, property]) => [name, make(property, root, name, depth + 1)]),
  );
}

function makeText(here: JsonSchema, name: string): string {
  const text =
    byFormat[here.format ?? ''] ?? byName.find(([words]) => words.test(name))?.[1] ?? 'text';
  return here.maxLength === undefined ? text : text.slice(0, here.maxLength);
}
