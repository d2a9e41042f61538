import {
  isGroup,
  isListRef,
  isNeeded,
  type Service,
  type ServiceField,
  type ServiceType,
} from './service.ts';

/** A list that comes in pages by cursor ("connection"): where its entries are, and what one is. */
export interface PagedList {
  /** Names from the field to the entries: `nodes`, or `edges` with `node` in each. */
  readonly entries: 'nodes' | 'edges';
  readonly entry: ServiceType;
  /** It can be asked for page after page: it takes `after` and tells whether anything follows. */
  readonly goesOn: boolean;
  readonly takesFirst: boolean;
}

export function pagedList(service: Service, field: ServiceField): PagedList | undefined {
  if (isListRef(field.type)) return undefined;
  const type = service.types.get(field.type.name);
  if (type?.kind !== 'object') return undefined;
  const info = service.types.get(type.fields.get('pageInfo')?.type.name ?? '');
  if (!isGroup(info)) return undefined;
  const takes = new Set(field.arguments.map(({ name }) => name));
  const page = {
    goesOn: takes.has('after') && info.fields.has('endCursor') && info.fields.has('hasNextPage'),
    takesFirst: takes.has('first'),
  };
  const nodes = type.fields.get('nodes');
  const ofNodes = nodes && service.types.get(nodes.type.name);
  if (nodes !== undefined && isListRef(nodes.type) && isGroup(ofNodes))
    return { entries: 'nodes', entry: ofNodes, ...page };
  const edges = type.fields.get('edges');
  const node = edges && service.types.get(edges.type.name)?.fields.get('node');
  const ofNode = node && service.types.get(node.type.name);
  return edges !== undefined && isListRef(edges.type) && isGroup(ofNode)
    ? { entries: 'edges', entry: ofNode, ...page }
    : undefined;
}

/** What a page is asked by: nobody fills these in for a list that is read page by page. */
export const pageArguments: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/** It cannot be asked for without values that only its own request could bring. */
export function needsValues(field: ServiceField): boolean {
  return field.arguments.some(
    ({ name, type, hasDefault }) => isNeeded(type) && !hasDefault && name !== 'first',
  );
}
