/** What a GraphQL service says of itself (`__schema`), read from an answer that nobody has checked. */
import { isJsonList, isJsonObject, type Json } from '../../shared/index.ts';

export interface TypeRef {
  /** Of the named type, inside lists and marks. */
  readonly name: string;
  /** From outside in: `[ID!]!` is `!`, `[]`, `!`. */
  readonly wraps: readonly ('list' | 'needed')[];
}

export interface Argument {
  readonly name: string;
  readonly description: string | undefined;
  readonly type: TypeRef;
  readonly hasDefault: boolean;
}

export interface ServiceField {
  readonly name: string;
  readonly description: string | undefined;
  readonly arguments: readonly Argument[];
  readonly type: TypeRef;
}

export interface ServiceType {
  readonly name: string;
  readonly kind: 'scalar' | 'enum' | 'object' | 'interface' | 'union' | 'input';
  readonly description: string | undefined;
  readonly fields: ReadonlyMap<string, ServiceField>;
  readonly inputs: readonly Argument[];
  readonly values: readonly { readonly name: string; readonly description: string | undefined }[];
  /** Of an interface or a union: names of what it can be. */
  readonly possible: readonly string[];
}

export interface Service {
  readonly query: ServiceType | undefined;
  readonly mutation: ServiceType | undefined;
  readonly types: ReadonlyMap<string, ServiceType>;
}

const services = new WeakMap<object, Service | undefined>();

/** Undefined: it is no description of a service. Read once for each answer. */
export function readService(schema: Json | undefined): Service | undefined {
  if (!isJsonObject(schema)) return undefined;
  if (!services.has(schema)) services.set(schema, read(schema));
  return services.get(schema);
}

function read(schema: Json): Service | undefined {
  const types = new Map<string, ServiceType>();
  for (const entry of list(at(schema, 'types'))) {
    const type = typeOf(entry);
    if (type !== undefined) types.set(type.name, type);
  }
  const root = (name: string) => types.get(text(at(at(schema, name), 'name')) ?? '');
  const service = { query: root('queryType'), mutation: root('mutationType'), types };
  return service.query === undefined ? undefined : service;
}

const kinds: Readonly<Record<string, ServiceType['kind']>> = {
  SCALAR: 'scalar',
  ENUM: 'enum',
  OBJECT: 'object',
  INTERFACE: 'interface',
  UNION: 'union',
  INPUT_OBJECT: 'input',
};

function typeOf(entry: Json): ServiceType | undefined {
  const name = text(at(entry, 'name'));
  const kind = kinds[text(at(entry, 'kind')) ?? ''];
  if (name === undefined || kind === undefined || name.startsWith('__')) return undefined;
  return {
    name,
    kind,
    description: text(at(entry, 'description')),
    fields: new Map(
      list(at(entry, 'fields')).flatMap((field) => {
        const found = fieldOf(field);
        return found === undefined ? [] : [[found.name, found] as const];
      }),
    ),
    inputs: list(at(entry, 'inputFields')).flatMap(argumentOf),
    values: list(at(entry, 'enumValues')).flatMap((value) => {
      const own = nameIn(value);
      return own === undefined ? [] : [{ name: own, description: text(at(value, 'description')) }];
    }),
    possible: list(at(entry, 'possibleTypes')).flatMap((possible) => nameIn(possible) ?? []),
  };
}

function fieldOf(entry: Json): ServiceField | undefined {
  const name = nameIn(entry);
  const type = refOf(at(entry, 'type'));
  if (name === undefined || type === undefined) return undefined;
  return {
    name,
    description: text(at(entry, 'description')),
    arguments: list(at(entry, 'args')).flatMap(argumentOf),
    type,
  };
}

function argumentOf(entry: Json): readonly Argument[] {
  const name = nameIn(entry);
  const type = refOf(at(entry, 'type'));
  if (name === undefined || type === undefined) return [];
  const hasDefault = text(at(entry, 'defaultValue')) !== undefined;
  return [{ name, description: text(at(entry, 'description')), type, hasDefault }];
}

/** Lists in lists in lists: more than any service has. */
const deepest = 12;

function refOf(entry: Json | undefined): TypeRef | undefined {
  const wraps: TypeRef['wraps'][number][] = [];
  let here = entry;
  for (let depth = 0; depth < deepest; depth += 1) {
    const kind = at(here, 'kind');
    if (kind === 'NON_NULL') wraps.push('needed');
    else if (kind === 'LIST') wraps.push('list');
    else {
      const name = nameIn(here);
      return name === undefined ? undefined : { name, wraps };
    }
    here = at(here, 'ofType');
  }
  return undefined;
}

/** A name goes into the text of a query: what is no name of the language is no field either. */
function nameIn(entry: Json | undefined): string | undefined {
  const name = text(at(entry, 'name'));
  return name !== undefined && /^[_A-Za-z]\w*$/.test(name) && !name.startsWith('__')
    ? name
    : undefined;
}

function at(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function list(value: Json | undefined): readonly Json[] {
  return isJsonList(value) ? value : [];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function isNeeded({ wraps }: TypeRef): boolean {
  return wraps[0] === 'needed';
}

export function isListRef({ wraps }: TypeRef): boolean {
  return wraps.includes('list');
}

/** It has fields of its own to choose from. */
export function isGroup(type: ServiceType | undefined): type is ServiceType {
  return type !== undefined && ['object', 'interface', 'union'].includes(type.kind);
}

/** `[ID!]!` */
export function writeRef({ name, wraps }: TypeRef): string {
  return wraps.reduceRight((inner, wrap) => (wrap === 'list' ? `[${inner}]` : `${inner}!`), name);
}
