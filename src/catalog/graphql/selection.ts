/** What was chosen of a thing, as the text that asks for it and as the shape that comes. */
import { humanise, type JsonSchema } from '../../shared/index.ts';
import { entriesInside, insideOf, onMark } from './field-tree.ts';
import { needsValues, pagedList } from './paging.ts';
import { maybe, shapeOfRef, shapeOfValue, shortened } from './shapes.ts';
import { writeRef, type Service, type ServiceField, type ServiceType } from './service.ts';

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
  const names = [...chosen];
  if (names.some(([name]) => name.startsWith(onMark))) lines.push(`${indent}__typename`);
  const taken = new Map<string, string>();
  for (const [name, whole] of names) {
    const inside = name.startsWith(onMark) ? withoutClashes(service, name, whole, taken) : whole;
    if (name.startsWith(onMark)) {
      const variant = service.types.get(name.slice(onMark.length));
      if (variant !== undefined && inside.size > 0)
        lines.push(braced(`${indent}... on ${variant.name}`, service, variant, inside, indent));
      continue;
    }
    const field = type.fields.get(name);
    const inner = field && insideOf(service, field);
    if (field === undefined) continue;
    if (inner === undefined) lines.push(indent + name);
    else lines.push(writeGroup(service, field, inner, inside, indent));
  }
  return lines.join('\n');
}

/** Of things of several kinds a name can come once: what another kind calls the same and means otherwise is left out. */
function withoutClashes(
  service: Service,
  name: string,
  chosen: Chosen,
  taken: Map<string, string>,
): Chosen {
  const variant = service.types.get(name.slice(onMark.length));
  return new Map(
    [...chosen].filter(([own]) => {
      const type = variant?.fields.get(own)?.type;
      const written = type === undefined ? '' : writeRef(type);
      const before = taken.get(own) ?? written;
      taken.set(own, before);
      return before === written;
    }),
  );
}

function writeGroup(
  service: Service,
  field: ServiceField,
  inner: ServiceType,
  chosen: Chosen,
  indent: string,
): string {
  const paged = pagedList(service, field);
  if (paged === undefined) return braced(indent + field.name, service, inner, chosen, indent);
  const first = paged.takesFirst ? `(first: ${entriesInside})` : '';
  return `${indent}${field.name}${first} {\n${writeEntries(service, paged, chosen, `${indent}  `)}\n${indent}}`;
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
  for (const [name, inside] of chosen) {
    if (name.startsWith(onMark)) {
      const variant = service.types.get(name.slice(onMark.length));
      properties['__typename'] ??= { type: 'string', title: 'Kind' };
      // Only things of this kind have these fields.
      if (variant !== undefined)
        for (const [own, shape] of Object.entries(
          shapeOfSelection(service, variant, inside).properties ?? {},
        ))
          properties[own] ??= shape;
      continue;
    }
    const field = type.fields.get(name);
    if (field === undefined) continue;
    properties[name] = shapeOfField(service, field, inside);
    required.push(name);
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
