/** What was chosen of a thing, as the text that asks for it and as the shape that comes. */
import { humanise, ownTitle, type JsonSchema } from '../../shared/index.ts';
import { entriesInside, insideOf, onMark } from './field-tree.ts';
import { needsValues, pagedList } from './paging.ts';
import { maybe, shapeOfRef, shapeOfValue, shortened } from './shapes.ts';
import {
  isNeeded,
  writeRef,
  type Service,
  type ServiceField,
  type ServiceType,
} from './service.ts';

/** Chosen names, with what was chosen inside them. */
export type Chosen = ReadonlyMap<string, Chosen>;

export function chosenOf(places: readonly string[]): Chosen {
  const root = new Map<string, Map<string, unknown>>();
  for (const place of places) {
    let here = root as Map<string, unknown>;
    for (const name of place.split('/')) {
      const inner = (here.get(name) as Map<string, unknown> | undefined) ?? new Map();
      here.set(name, inner);
      here = inner;
    }
  }
  return root as Chosen;
}

/** Those of the places that the service has: a value each. */
export function knownPlaces(
  service: Service,
  type: ServiceType,
  places: readonly string[],
): readonly string[] {
  return places.filter((place) => {
    let here: ServiceType | undefined = type;
    const names = place.split('/');
    for (const [depth, name] of names.entries()) {
      if (here === undefined) return false;
      if (name.startsWith(onMark)) {
        here = here.possible.includes(name.slice(onMark.length))
          ? service.types.get(name.slice(onMark.length))
          : undefined;
        continue;
      }
      const field: ServiceField | undefined = here.fields.get(name);
      if (field === undefined || needsValues(field)) return false;
      const inside: ServiceType | undefined = insideOf(service, field);
      if (depth === names.length - 1) return inside === undefined;
      here = inside;
    }
    return false;
  });
}

/** The lines between the braces. */
export function writeSelection(
  service: Service,
  type: ServiceType,
  chosen: Chosen,
  indent: string,
): string {
  const lines: string[] = [];
  if (chosen.size === 0 || hasKinds(chosen)) lines.push(`${indent}__typename`);
  for (const kind of kindsIn(service, type, chosen)) {
    const { variant, asked } = kind;
    if (variant === undefined) lines.push(...asked.map((one) => writeAsked(service, one, indent)));
    else if (asked.length > 0) {
      const inside = asked.map((one) => writeAsked(service, one, `${indent}  `));
      lines.push(`${indent}... on ${variant.name} {\n${inside.join('\n')}\n${indent}}`);
    }
  }
  return lines.join('\n');
}

function hasKinds(chosen: Chosen): boolean {
  return [...chosen.keys()].some((name) => name.startsWith(onMark));
}

interface Asked {
  /** What it is called in the answer. */
  readonly key: string;
  readonly field: ServiceField;
  readonly inside: Chosen;
}

interface Kind {
  /** Undefined: fields that things of every kind have. */
  readonly variant: ServiceType | undefined;
  readonly asked: readonly Asked[];
}

/**
 * What is asked for, kind by kind, in the order in which it was chosen. In an answer a name stands for one thing: what another
 * kind calls the same and means otherwise comes under a name of its own, and what every kind has is asked for once.
 */
function kindsIn(service: Service, type: ServiceType, chosen: Chosen): readonly Kind[] {
  const own = [...chosen].flatMap(([name, inside]): readonly Asked[] => {
    const field = name.startsWith(onMark) ? undefined : type.fields.get(name);
    return field === undefined ? [] : [{ key: name, field, inside }];
  });
  const taken = new Map(own.map(({ key, field }) => [key, writeRef(field.type)]));
  const kinds: Kind[] = [{ variant: undefined, asked: own }];
  for (const [mark, whole] of chosen) {
    const variant = mark.startsWith(onMark)
      ? service.types.get(mark.slice(onMark.length))
      : undefined;
    if (variant === undefined) continue;
    const asked = [...whole].flatMap(([name, inside]): readonly Asked[] => {
      const field = variant.fields.get(name);
      if (field === undefined) return [];
      const isOwn = own.some(({ key }) => key === name);
      if (isOwn && insideOf(service, field) === undefined) return [];
      const written = writeRef(field.type);
      const before = taken.get(name);
      const key = before === undefined || before === written ? name : `${name}Of${variant.name}`;
      taken.set(key, written);
      return [{ key, field, inside }];
    });
    kinds.push({ variant, asked });
  }
  return kinds;
}

function writeAsked(service: Service, { key, field, inside }: Asked, indent: string): string {
  const start = key === field.name ? `${indent}${key}` : `${indent}${key}: ${field.name}`;
  const head = `${start}${firstOf(service, field)}`;
  const inner = insideOf(service, field);
  if (inner === undefined) return head;
  const paged = pagedList(service, field);
  if (paged === undefined) return braced(head, service, inner, inside, indent);
  return `${head} {\n${writeEntries(service, paged, inside, `${indent}  `)}\n${indent}}`;
}

/** So many entries of what cannot be asked for without saying how many, or is read page by page elsewhere. */
function firstOf(service: Service, field: ServiceField): string {
  const isNeededHere = field.arguments.some(
    ({ name, type, hasDefault }) => name === 'first' && isNeeded(type) && !hasDefault,
  );
  return isNeededHere || pagedList(service, field)?.takesFirst === true
    ? `(first: ${entriesInside})`
    : '';
}

/** The entries of a paged list, as it holds them. */
export function writeEntries(
  service: Service,
  { entries, entry }: { readonly entries: 'nodes' | 'edges'; readonly entry: ServiceType },
  chosen: Chosen,
  indent: string,
): string {
  if (entries === 'nodes') return braced(`${indent}nodes`, service, entry, chosen, indent);
  const node = braced(`${indent}  node`, service, entry, chosen, `${indent}  `);
  return `${indent}edges {\n${node}\n${indent}}`;
}

function braced(
  head: string,
  service: Service,
  type: ServiceType,
  chosen: Chosen,
  indent: string,
): string {
  return `${head} {\n${writeSelection(service, type, chosen, `${indent}  `)}\n${indent}}`;
}

/** The shape of one thing with what was chosen of it. */
export function shapeOfSelection(service: Service, type: ServiceType, chosen: Chosen): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  if (chosen.size === 0 || hasKinds(chosen))
    properties['__typename'] = { ...ownTitle('kind'), type: 'string' };
  for (const { variant, asked } of kindsIn(service, type, chosen))
    for (const { key, field, inside } of asked) {
      // Only things of this kind have these fields.
      if (variant === undefined) required.push(key);
      const title = key === field.name ? {} : { title: humanise(key) };
      properties[key] ??= { ...shapeOfField(service, field, inside), ...title };
    }
  return {
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function shapeOfField(service: Service, field: ServiceField, chosen: Chosen): JsonSchema {
  const words = {
    title: humanise(field.name),
    ...(field.description === undefined ? {} : { description: shortened(field.description) }),
  };
  const inner = insideOf(service, field);
  if (inner === undefined)
    return { ...shapeOfRef(field.type, shapeOfValue(service, field.type.name)), ...words };
  const group = shapeOfSelection(service, inner, chosen);
  const paged = pagedList(service, field);
  if (paged === undefined) return { ...shapeOfRef(field.type, group), ...words };
  const entry = paged.entries === 'nodes' ? group : oneField('node', group);
  const list = oneField(paged.entries, { type: 'array', items: maybe(entry) });
  return { ...shapeOfRef(field.type, list), ...words };
}

export function oneField(name: string, schema: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { [name]: { title: humanise(name), ...schema } },
    required: [name],
    additionalProperties: false,
  };
}
