import type { ViewState } from './view-store.ts';

/** Where a person came from to look something up: the flow, and the place in it that was asked for. */
export interface CameFrom {
  readonly flow?: string | undefined;
  readonly step?: string | undefined;
  readonly port?: string | undefined;
  readonly edge?: string | undefined;
}

/** The place at which a step would be added now: where "+" was pressed, else after the selected step. */
export function cameFrom(
  flow: string | undefined,
  { insertAt, selectedStep }: Pick<ViewState, 'insertAt' | 'selectedStep'>,
): CameFrom {
  if (flow === undefined) return {};
  if (insertAt === undefined) return { flow, step: selectedStep };
  return 'edge' in insertAt
    ? { flow, edge: insertAt.edge }
    : { flow, step: insertAt.after, port: insertAt.port };
}

/** What stands in an address for a component: its id without the name of the catalog it is from. */
export function nameInAddress(component: string): string {
  return component.slice(component.indexOf(':') + 1);
}

/** `/catalog`, or the page of a component in it; what was asked for stands behind. */
export function catalogueAddress(
  component: string | undefined,
  asked: CameFrom & { readonly q?: string; readonly in?: string } = {},
  operation?: string,
): string {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(said).toString();
  return [
    '/catalog',
    component === undefined ? '' : `/${encodeURIComponent(nameInAddress(component))}`,
    search === '' ? '' : `?${search}`,
    operation === undefined ? '' : `#${encodeURIComponent(operation)}`,
  ].join('');
}
