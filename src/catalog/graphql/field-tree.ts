/**
 * The fields that can be got of a thing, level by level: services lead back into themselves without end.
 *
 * A field's place is the names on the way, with `/` between them. The entries of a paged list are its fields: what stands
 * between (`edges`, `node`) is the affair of the request. What a thing can be is one more level, `on:Name`.
 */
import { humanise } from '../../shared/index.ts';
import { needsValues, pagedList } from './paging.ts';
import {
  isGroup,
  isListRef,
  type Service,
  type ServiceField,
  type ServiceType,
} from './service.ts';

export interface FieldNode {
  readonly place: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly kind: 'value' | 'group' | 'list';
  /** Of a list inside: only its first so many entries come. */
  readonly first?: number;
}

/** So many entries of a list inside another thing: who needs all of them reads them with a step of their own. */
export const entriesInside = 50;

export const onMark = 'on:';

/** The fields of a type, those that cannot be asked for in this way left out. */
export function fieldsOf(service: Service, type: ServiceType, place: string): readonly FieldNode[] {
  const at = (name: string) => (place === '' ? name : `${place}/${name}`);
  const own = [...type.fields.values()].flatMap((field): readonly FieldNode[] => {
    if (needsValues(field)) return [];
    const inside = insideOf(service, field);
    const paged = pagedList(service, field);
    return [
      {
        place: at(field.name),
        title: humanise(field.name),
        description: field.description,
        kind:
          inside === undefined
            ? 'value'
            : paged !== undefined || isListRef(field.type)
              ? 'list'
              : 'group',
        ...(paged?.takesFirst === true ? { first: entriesInside } : {}),
      },
    ];
  });
  const variants = type.possible.flatMap((name): readonly FieldNode[] => {
    const variant = service.types.get(name);
    if (variant === undefined || name === type.name) return [];
    const title = humanise(name);
    return [{ place: at(onMark + name), title, description: variant.description, kind: 'group' }];
  });
  return [...own, ...variants];
}

/** The type whose fields are inside a field; undefined for a value. */
export function insideOf(service: Service, field: ServiceField): ServiceType | undefined {
  const paged = pagedList(service, field);
  if (paged !== undefined) return paged.entry;
  const type = service.types.get(field.type.name);
  return isGroup(type) ? type : undefined;
}

/** The type at a place below a type; undefined where there is no group. */
export function typeAt(
  service: Service,
  type: ServiceType,
  place: string,
): ServiceType | undefined {
  let here: ServiceType | undefined = type;
  for (const name of place === '' ? [] : place.split('/')) {
    if (here === undefined) return undefined;
    if (name.startsWith(onMark)) here = service.types.get(name.slice(onMark.length));
    else {
      const field: ServiceField | undefined = here.fields.get(name);
      here = field && insideOf(service, field);
    }
  }
  return here;
}

/** A thing without values of its own may be one of hundreds of kinds. */
const mostGroups = 3;

/** What is chosen before anybody chose: all plain values; where there are none, those one level further in. */
export function usualFields(service: Service, type: ServiceType): readonly string[] {
  const here = fieldsOf(service, type, '');
  const values = here.filter(({ kind }) => kind === 'value').map(({ place }) => place);
  if (values.length > 0) return values;
  return here.slice(0, mostGroups).flatMap(({ place }) => {
    const inner = typeAt(service, type, place);
    return inner === undefined ? [] : valuesAt(service, inner, place);
  });
}

/** The plain values of a group, for when the whole of it is wanted; the first of its groups' where it has none. */
export function valuesAt(
  service: Service,
  type: ServiceType,
  place: string,
  depth = 0,
): readonly string[] {
  const inside = fieldsOf(service, type, place);
  const values = inside.filter(({ kind }) => kind === 'value').map((node) => node.place);
  if (values.length > 0 || depth > 2) return values;
  return inside.flatMap((node) => {
    const inner = typeAt(service, type, node.place.slice(place === '' ? 0 : place.length + 1));
    return inner === undefined ? [] : valuesAt(service, inner, node.place, depth + 1);
  });
}
