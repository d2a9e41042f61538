import {
  attachmentFormat,
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
 * The same schema always gives the same value. Recursive schemas end after a few levels, and of a huge one only what must
 * be there is made.
 */
export function exampleOf(schema: JsonSchema, root: JsonSchema = schema): Json {
  return make(schema, '', { root, depth: 0, budget: { left: mostParts } });
}

const deepest = 5;
const mostParts = 5000;

/** Where it stands: how deep, and how many groups, lists and values may still be made. */
interface Making {
  readonly root: JsonSchema;
  readonly depth: number;
  readonly budget: { left: number };
}

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

function make(schema: JsonSchema, name: string, making: Making): Json {
  const { root, budget } = making;
  budget.left--;
  const here = resolve(schema, root);
  if (here.examples !== undefined && here.examples[0] !== undefined) return here.examples[0];
  if (here.default !== undefined) return here.default;
  if (here.const !== undefined) return here.const;
  const [variant] = variantsOf(here, root);
  if (variant !== undefined && !isEnough(making)) return make(variant.schema, name, below(making));
  const choices = choicesOf(here, root);
  if (choices?.[0] !== undefined) return choices[0];
  const { kinds, nullable, open } = kindsOf(here, root);
  if (kinds.has('object')) return makeGroup(here, making);
  if (kinds.has('array')) {
    if (isEnough(making)) return [];
    const tuple = tupleItemsOf(here, root)?.items;
    if (tuple !== undefined) return tuple.map((part) => make(part, name, below(making)));
    const entry = itemsOf(here, root);
    return entry === undefined ? [] : [make(entry, name, below(making))];
  }
  if (kinds.has('string')) return makeText(here, `${name} ${here.title ?? ''}`);
  if (kinds.has('number')) return within(here, 12.5);
  if (kinds.has('integer')) return Math.round(within(here, 3));
  if (kinds.has('boolean')) return true;
  return nullable && !open ? null : 'example';
}

function isEnough({ depth, budget }: Making): boolean {
  return depth >= deepest || budget.left <= 0;
}

function below(making: Making): Making {
  return { ...making, depth: making.depth + 1 };
}

/** The wished number, or the nearest one that is allowed. */
function within(here: JsonSchema, wish: number): number {
  const least =
    here.minimum ?? (here.exclusiveMinimum === undefined ? -Infinity : here.exclusiveMinimum + 1);
  const most =
    here.maximum ?? (here.exclusiveMaximum === undefined ? Infinity : here.exclusiveMaximum - 1);
  return Math.min(Math.max(wish, least), most);
}

function makeGroup(here: JsonSchema, making: Making): Json {
  const { root, depth, budget } = making;
  const required = new Set(requiredOf(here, root));
  const fields = Object.entries(propertiesOf(here, root)).filter(
    // Bytes that a host keeps cannot be invented: what may be left out is.
    ([name, { format }]) =>
      required.has(name) || (!isEnough(making) && format !== attachmentFormat),
  );
  if (depth > deepest + 3 || budget.left <= -mostParts) return {};
  return Object.fromEntries(
    fields.map(([name, property]) => [name, make(property, name, below(making))]),
  );
}

function makeText(here: JsonSchema, name: string): string {
  const text =
    byFormat[here.format ?? ''] ?? byName.find(([words]) => words.test(name))?.[1] ?? 'text';
  return here.maxLength === undefined ? text : text.slice(0, here.maxLength);
}
