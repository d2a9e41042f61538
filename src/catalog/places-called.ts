import { propertiesOf, titleOf } from '../shared/index.ts';
import { httpCallOf } from './call/plan-call.ts';
import type { Component } from './component/component.ts';
import type { CredentialType } from './component/credential-type.ts';
import type { Operation } from './component/operation.ts';
import type { Origin } from './component/origin.ts';
import { asksService, operationsToChoose } from './effect-of.ts';

/** A piece of a host's name: as it stands, what the person says in a field of the form, or a part of that. */
export type HostPart =
  { readonly text: string } | { readonly field: string } | { readonly partOf: string };

export type CalledPlace = {
  /** What may be asked there by a person's step; none: only what offers choices. */
  readonly operations: readonly Operation[];
} & (
  | { readonly kind: 'host'; readonly host: readonly HostPart[] }
  | { readonly kind: 'named'; readonly name: string }
  /** Where the person types the address: at the step, at the account, or at one of the two. */
  | { readonly kind: 'typed'; readonly by: 'settings' | 'credential' | 'either' }
  | { readonly kind: 'file' }
);

/** Where a component's operations reach to, each place once; nowhere: nothing leaves the flow. */
export function placesCalled(component: Component): readonly CalledPlace[] {
  const all = component.operations.filter(asksService);
  const chosen = new Set(operationsToChoose(component));
  const places = new Map<string, CalledPlace>();
  for (const operation of all)
    for (const place of originsOf(component, operation).flatMap((origin) =>
      placesOf(component, origin),
    )) {
      const key = JSON.stringify(place);
      const known = places.get(key)?.operations ?? [];
      const operations = chosen.has(operation) ? [...known, operation] : known;
      places.set(key, { ...place, operations });
    }
  return typedOnce([...places.values()]);
}

function originsOf(component: Component, operation: Operation): readonly Origin[] {
  const own = httpCallOf(operation)?.origin;
  if (own !== undefined) return [own];
  const [first] = component.origins;
  const homes = component.credentials.flatMap(homesOf);
  if (homes.length > 0) return [...component.origins.slice(0, 1), ...homes];
  if (first === undefined) return component.credentials.flatMap(({ origins = [] }) => origins);
  return typeof first === 'object' && 'from' in first ? component.origins : [first];
}

/** Where an account may be that only its service knows the place of. */
function homesOf({ auth }: CredentialType): readonly string[] {
  if (auth.scheme !== 'oauth2' || auth.home === undefined) return [];
  return 'is' in auth.home ? auth.home.is : [auth.home.fills.replace(/(?<=[^/:])\/.*$/, '')];
}

type Place = CalledPlace extends infer Each
  ? Each extends CalledPlace
    ? Omit<Each, 'operations'>
    : never
  : never;

function placesOf(component: Component, origin: Origin): readonly Place[] {
  if (typeof origin === 'string')
    return [{ kind: 'host', host: hostParts(origin, (name) => fieldOrAny(component, name)) }];
  if ('named' in origin) return [{ kind: 'named', name: origin.named }];
  if ('pattern' in origin) return patternHosts(component, origin);
  if ('file' in origin) return [{ kind: 'file' }];
  return [{ kind: 'typed', by: origin.from }];
}

/** What is chosen in the form gives a host each. */
function patternHosts(
  component: Component,
  { pattern, with: variables }: Extract<Origin, { pattern: string }>,
): readonly Place[] {
  const choice = Object.entries(variables).find(([, { table }]) => table !== undefined);
  if (choice !== undefined) {
    const [name, { table = {} }] = choice;
    const { [name]: _chosen, ...others } = variables;
    return Object.values(table).flatMap((value) =>
      patternHosts(component, { pattern: pattern.replaceAll(`{${name}}`, value), with: others }),
    );
  }
  const host = hostParts(pattern, (name) => {
    const { at = `/${name}`, behind } = variables[name] ?? {};
    const title = fieldTitle(component, at.slice(1));
    return behind === undefined ? { field: title } : { partOf: title };
  });
  return [{ kind: 'host', host }];
}

function hostParts(address: string, part: (name: string) => HostPart): readonly HostPart[] {
  return address
    .replace(/^https?:\/\//, '')
    .split(/(\{[^}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? part(piece.slice(1, -1)) : { text: piece }));
}

/** What nobody types, a service says. */
function fieldOrAny(component: Component, name: string): HostPart {
  const isTyped = component.credentials.some(
    ({ schema }) => propertiesOf(schema, schema)[name] !== undefined,
  );
  return isTyped ? { field: fieldTitle(component, name) } : { text: '*' };
}

function fieldTitle({ credentials }: Component, name: string): string {
  for (const { schema } of credentials) {
    const field = propertiesOf(schema, schema)[name];
    if (field !== undefined) return titleOf(field, name);
  }
  return name;
}

/** An address that may be typed in two places is one place to people. */
function typedOnce(places: readonly CalledPlace[]): readonly CalledPlace[] {
  const typed = places.filter((place) => place.kind === 'typed');
  const [first] = typed;
  if (first === undefined || typed.length === 1) return places;
  const others = places.filter(({ kind }) => kind !== 'typed');
  return [{ ...first, by: 'either' }, ...others];
}
