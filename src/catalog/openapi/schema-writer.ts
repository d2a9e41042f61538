/**
 * Schemas of OpenAPI 3.0, 3.1 and Swagger 2.0 as JSON Schema (2020-12) of one step.
 *
 * 1. References stay references: to `$defs` of the step's own schema, each written once, so circles end by themselves.
 * 2. Level by level, up to a budget: what lies deeper than that is left open, so that a step never carries a whole service.
 * 3. What the service alone sets (`readOnly`) is no field to send, what it never shows (`writeOnly`) none to get.
 * 4. What cannot be checked here (patterns of other dialects, formats of numbers) is left to the service.
 */
import {
  isJsonObject,
  type Json,
  type JsonSchema,
  type JsonType,
  textFormats,
} from '../../shared/index.ts';
import type { Documents } from './documents.ts';
import { fileSchema } from './file-schema.ts';
import { entriesIn, listIn, partOf, textIn, textsIn } from './node.ts';
import { plainWords } from './plain-words.ts';

export type Side = 'input' | 'output';

const budgets = {
  input: { nodes: 2000, words: 300 },
  output: { nodes: 1200, words: 160 },
} as const satisfies Record<Side, { readonly nodes: number; readonly words: number }>;
const mostValues = 300;
const mostHidden = 8;

/** A schema while it is written. */
type Draft = { -readonly [Key in keyof JsonSchema]: JsonSchema[Key] } & Record<string, unknown>;

interface Task {
  readonly draft: Draft;
  readonly raw: Json;
  readonly at: string;
  /** Fields that a part around this one hides. */
  readonly hidden: ReadonlySet<string>;
  /** Laid over what is written. */
  readonly over?: JsonSchema;
  /** A thing of its own name in the description: its title names its kind, not the field. */
  readonly isDefinition?: boolean;
}

const nothingHidden: ReadonlySet<string> = new Set();

export class SchemaWriter {
  readonly #documents: Documents;
  readonly #side: Side;
  readonly #tasks: Task[] = [];
  readonly #names = new Map<string, string>();
  readonly #defs: Record<string, Draft> = {};
  #nodes = 0;
  #next = 0;

  constructor(documents: Documents, side: Side) {
    this.#documents = documents;
    this.#side = side;
  }

  /** The schema of a part; complete once `finish` was called. */
  write(raw: Json | undefined, at: string, over: JsonSchema = {}): JsonSchema {
    return this.#later({ raw: raw ?? {}, at, hidden: nothingHidden, over });
  }

  /** What the whole is made of: its schema with everything that it refers to. */
  finish(whole: JsonSchema): JsonSchema {
    for (; this.#next < this.#tasks.length; this.#next += 1) this.#fill(this.#tasks[this.#next]!);
    return this.#names.size === 0 ? whole : { ...whole, $defs: this.#defs };
  }

  /** Whether a field is none of this side's. */
  hides(raw: Json, at: string): boolean {
    const mark = this.#side === 'input' ? 'readOnly' : 'writeOnly';
    return (
      partOf(raw, mark) === true || partOf(this.#documents.follow(raw, at)?.node, mark) === true
    );
  }

  #later(task: Omit<Task, 'draft'>): Draft {
    const draft: Draft = {};
    this.#nodes += 1;
    this.#tasks.push({ ...task, draft });
    return draft;
  }

  #fill(task: Task): void {
    const { draft, raw, over = {} } = task;
    if (raw === false) draft.not = {};
    if (isJsonObject(raw)) {
      const written = textIn(raw, '$ref') === undefined ? this.#own(task) : this.#reference(task);
      Object.assign(draft, written);
    }
    Object.assign(draft, over);
  }

  #reference({ raw, at }: Task): Draft {
    const words = this.#wordsOf(raw, false);
    const target = this.#documents.follow(raw, at);
    if (target?.place === undefined) return words;
    const $ref = `#/$defs/${this.#nameOf(target.place, target.node, target.at)}`;
    const around = { ...words, ...this.#besides(raw, target.node) };
    return partOf(raw, 'nullable') === true
      ? { ...around, anyOf: [{ $ref }, { type: 'null' }] }
      : { ...around, $ref };
  }

  /** What is said of one field beside the reference to its kind (OpenAPI 3.1 means it; in 3.0 many mean it). */
  #besides(raw: Json, target: Json): Draft {
    const draft: Draft = {};
    if (partOf(raw, 'deprecated') === true) draft.deprecated = true;
    const start = partOf(raw, 'default');
    const values = listIn(target, 'enum');
    const kind: Draft = {
      type: [...typesIn(target).types],
      ...(values.length > 0 && { enum: values }),
    };
    if (this.#side === 'input' && isPlain(start) && fits(start, kind)) draft.default = start;
    return draft;
  }

  #nameOf(place: string, node: Json, at: string): string {
    const known = this.#names.get(place);
    if (known !== undefined) return known;
    const last = place.slice(place.lastIndexOf('/') + 1).replace(/[^A-Za-z0-9_.-]+/g, '_');
    const wish = last === '' || last === '__proto__' ? 'part' : last.slice(0, 100);
    let name = wish;
    for (let number = 2; Object.hasOwn(this.#defs, name); number += 1)
      name = `${wish}-${String(number)}`;
    this.#names.set(place, name);
    this.#defs[name] = this.#later({ raw: node, at, hidden: nothingHidden, isDefinition: true });
    return name;
  }

  #own(task: Task): Draft {
    const { raw, at, isDefinition } = task;
    const { types, isNullable, isNothing, isFile } = typesIn(raw);
    if (isFile) return { ...fileSchema(), ...this.#wordsOf(raw, isDefinition === true) };
    const draft: Draft = { ...this.#wordsOf(raw, isDefinition === true), ...limitsOf(raw) };
    if (isNothing) return { ...draft, type: 'null' };
    const isFull = this.#nodes > budgets[this.#side].nodes;
    if (types.length > 0) draft.type = types.length === 1 ? types[0]! : [...types];
    this.#values(draft, raw, isNullable);
    if (!isFull) {
      this.#group(draft, task);
      this.#list(draft, raw, at);
      this.#union(draft, task);
    }
    return isNullable ? withNull(draft) : draft;
  }

  #values(draft: Draft, raw: Json, isNullable: boolean): void {
    const values = listIn(raw, 'enum');
    if (values.length > 0 && values.length <= mostValues)
      draft.enum = isNullable && !values.includes(null) ? [...values, null] : [...values];
    const only = partOf(raw, 'const');
    if (only !== undefined) draft.const = only;
    const start = partOf(raw, 'default');
    if (this.#side === 'input' && isPlain(start) && fits(start, draft)) draft.default = start;
  }

  #group(draft: Draft, { raw, at, hidden }: Task): void {
    const own = entriesIn(partOf(raw, 'properties'));
    const gone = new Set([...hidden, ...this.#hiddenIn(raw, at, 0)]);
    const shown = own.filter(([name]) => !gone.has(name));
    if (shown.length > 0) {
      draft.properties = Object.fromEntries(
        shown.map(([name, part]) => [name, this.#later({ raw: part, at, hidden: nothingHidden })]),
      );
      draft.type ??= 'object';
    }
    const required = new Set([
      ...textsIn(raw, 'required'),
      // Some say it at the field itself.
      ...own.flatMap(([name, part]) => (partOf(part, 'required') === true ? [name] : [])),
    ]);
    const needed = [...required].filter((name) => name !== '__proto__' && !gone.has(name));
    if (needed.length > 0) draft.required = needed;
    // A group that is closed but for what is not written here would be closed to that as well.
    const isWhole = this.#patterned(draft, raw, at);
    const isTold = isWhole && !unwritten.some((keyword) => partOf(raw, keyword) !== undefined);
    for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) {
      const more = partOf(raw, keyword);
      if (more === false && !(keyword === 'additionalProperties' ? isWhole : isTold)) continue;
      if (typeof more === 'boolean') draft[keyword] = more;
      else if (isJsonObject(more))
        draft[keyword] = this.#later({ raw: more, at, hidden: nothingHidden });
    }
    // What is left out of a closed group would be refused when the service sends it all the same.
    if (gone.size > 0 && draft.additionalProperties === false && this.#side === 'output')
      delete draft.additionalProperties;
  }

  /** Fields whose names follow a pattern; false: not all of them can be written. */
  #patterned(draft: Draft, raw: Json, at: string): boolean {
    const said = entriesIn(partOf(raw, 'patternProperties'));
    const written = said.slice(0, mostValues).filter(([pattern]) => isPattern(pattern));
    if (written.length > 0) {
      draft.patternProperties = Object.fromEntries(
        written.map(([pattern, part]) => [
          pattern,
          this.#later({ raw: part, at, hidden: nothingHidden }),
        ]),
      );
      draft.type ??= 'object';
    }
    return written.length === said.length;
  }

  #list(draft: Draft, raw: Json, at: string): void {
    const items = partOf(raw, 'items');
    const part = (entry: Json) => this.#later({ raw: entry, at, hidden: nothingHidden });
    if (isJsonObject(items)) draft.items = part(items);
    const places = listIn(raw, 'prefixItems');
    if (places.length > 0) draft.prefixItems = places.slice(0, mostValues).map(part);
    if (draft.items !== undefined && draft.type === undefined) draft.type = 'array';
  }

  #union(draft: Draft, { raw, at, hidden }: Task): void {
    const inside = new Set([...hidden, ...this.#hiddenIn(raw, at, 0)]);
    for (const keyword of ['oneOf', 'anyOf', 'allOf'] as const) {
      const parts = listIn(raw, keyword).slice(0, mostValues);
      if (parts.length > 0)
        draft[keyword] = parts.map((part) => this.#later({ raw: part, at, hidden: inside }));
    }
    const discriminator = this.#discriminator(raw, at);
    if (discriminator !== undefined) draft.discriminator = discriminator;
  }

  #discriminator(raw: Json, at: string): JsonSchema['discriminator'] {
    const said = partOf(raw, 'discriminator');
    const propertyName = typeof said === 'string' ? said : textIn(said, 'propertyName');
    if (propertyName === undefined) return undefined;
    const named = entriesIn(partOf(said, 'mapping')).flatMap(([value, target]) =>
      typeof target === 'string' ? [[value, target] as const] : [],
    );
    // Without a table the values are the names of the schemas.
    const implied = [...listIn(raw, 'oneOf'), ...listIn(raw, 'anyOf')].flatMap((part) => {
      const ref = textIn(part, '$ref');
      return ref === undefined ? [] : [[ref.slice(ref.lastIndexOf('/') + 1), ref] as const];
    });
    const pairs = (named.length > 0 ? named : implied).slice(0, mostValues);
    const mapping = pairs.flatMap(([value, target]) => {
      const $ref = /[#/]/.test(target) ? target : `#/components/schemas/${target}`;
      const found = this.#documents.follow({ $ref }, at);
      return found?.place === undefined
        ? []
        : [[value, `#/$defs/${this.#nameOf(found.place, found.node, found.at)}`] as const];
    });
    return { propertyName, ...(mapping.length > 0 && { mapping: Object.fromEntries(mapping) }) };
  }

  /** Fields of a group, and of the parts it is put together of, that are none of this side's. */
  #hiddenIn(raw: Json, at: string, depth: number): readonly string[] {
    if (depth > mostHidden) return [];
    const own = entriesIn(partOf(raw, 'properties')).flatMap(([name, part]) =>
      this.hides(part, at) ? [name] : [],
    );
    const parts = listIn(raw, 'allOf').flatMap((part) => {
      const inside = this.#documents.follow(part, at);
      return inside === undefined ? [] : this.#hiddenIn(inside.node, inside.at, depth + 1);
    });
    return [...own, ...parts];
  }

  #wordsOf(raw: Json, isDefinition: boolean): Draft {
    const title = isDefinition ? undefined : plainWords(textIn(raw, 'title'), 80);
    const description = plainWords(textIn(raw, 'description'), budgets[this.#side].words);
    return {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
    };
  }
}

const jsonTypes: ReadonlySet<Json> = new Set([
  'boolean',
  'number',
  'integer',
  'string',
  'array',
  'object',
]);

interface Types {
  readonly types: readonly JsonType[];
  readonly isNullable: boolean;
  /** A branch of its own for "nothing" (`anyOf: [ …, { type: null } ]`). */
  readonly isNothing: boolean;
  readonly isFile: boolean;
}

function typesIn(raw: Json): Types {
  const said = partOf(raw, 'type');
  const all = Array.isArray(said) ? (said as readonly Json[]) : said === undefined ? [] : [said];
  const types = all.filter((type): type is JsonType => jsonTypes.has(type));
  const isBinary = types.includes('string') && partOf(raw, 'format') === 'binary';
  return {
    types,
    isNothing: all.length > 0 && all.every((type) => type === 'null'),
    isNullable:
      all.includes('null') ||
      partOf(raw, 'nullable') === true ||
      partOf(raw, 'x-nullable') === true,
    isFile: all.includes('file') || isBinary || partOf(raw, 'contentMediaType') === octets,
  };
}

const octets = 'application/octet-stream';
/** What may add fields to a group, and is left to the service. */
const unwritten = ['if', 'then', 'else', 'dependentSchemas', '$dynamicRef'];
const counts = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;

function limitsOf(raw: Json): Draft {
  const draft: Draft = {};
  const format = textIn(raw, 'format');
  if (format !== undefined && textFormats.has(format)) draft.format = format;
  for (const keyword of counts) {
    const count = partOf(raw, keyword);
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0) draft[keyword] = count;
  }
  edge(draft, raw, 'minimum', 'exclusiveMinimum');
  edge(draft, raw, 'maximum', 'exclusiveMaximum');
  const step = partOf(raw, 'multipleOf');
  if (typeof step === 'number' && step > 0) draft.multipleOf = step;
  const pattern = textIn(raw, 'pattern');
  if (pattern !== undefined && isPattern(pattern)) draft.pattern = pattern;
  if (partOf(raw, 'uniqueItems') === true) draft.uniqueItems = true;
  if (partOf(raw, 'deprecated') === true) draft.deprecated = true;
  return draft;
}

/** `exclusiveMinimum` was a mark beside `minimum` once, and is a number of its own now. */
function edge(
  draft: Draft,
  raw: Json,
  keyword: 'minimum' | 'maximum',
  beyond: 'exclusiveMinimum' | 'exclusiveMaximum',
): void {
  const [limit, outside] = [partOf(raw, keyword), partOf(raw, beyond)];
  if (typeof limit === 'number' && Number.isFinite(limit))
    draft[outside === true ? beyond : keyword] = limit;
  if (typeof outside === 'number' && Number.isFinite(outside)) draft[beyond] = outside;
}

function isPattern(pattern: string): boolean {
  if (pattern.length > 500) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false; // of another dialect
  }
}

function isPlain(value: Json | undefined): value is Json {
  return (
    value !== undefined &&
    value !== null &&
    (typeof value !== 'object' || (Array.isArray(value) && value.length === 0)) &&
    String(value).length < 500
  );
}

/** Some descriptions give a default of another kind, such as "false" for a yes or no. */
function fits(value: Json, { type, enum: values }: Draft): boolean {
  if (values !== undefined && !values.includes(value)) return false;
  const types = typeof type === 'string' ? [type] : (type ?? []);
  const own = Array.isArray(value) ? 'array' : typeof value;
  return (
    types.length === 0 ||
    types.some((one) => one === own || (one === 'integer' && Number.isInteger(value)))
  );
}

function withNull(draft: Draft): Draft {
  const { type } = draft;
  if (type !== undefined)
    return { ...draft, type: [...(typeof type === 'string' ? [type] : type), 'null'] };
  const { title, description, ...inside } = draft;
  if (Object.keys(inside).length === 0) return draft;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    anyOf: [inside, { type: 'null' }],
  };
}
