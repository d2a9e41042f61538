import { buildSchema, introspectionFromSchema } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import type { Json } from '../../shared/index.ts';
import { speak } from '../../words/index.ts';
import { shapesRead } from './shapes-read.ts';

afterEach(() => speak('en'));

it('calls in the person’s language what a GraphQL service has no name for', () => {
  const operation = shippedCatalog().operation('catalog:graphql', 'read');
  if (operation === undefined) throw new Error('no such operation');
  const service = introspectionFromSchema(
    buildSchema('type Query { all: [U!]! } union U = A type A { state: State } enum State { ON }'),
  ).__schema as unknown as Json;
  const titles = (): unknown => {
    const read = shapesRead(service, operation, { settings: { field: 'all' } });
    const { __typename: kind, state } = read.ok ? (read.value.shapes.output?.properties ?? {}) : {};
    return [kind?.title, state?.oneOf?.map(({ title }) => title)];
  };
  expect(titles()).toEqual(['Kind', ['On', 'Nothing']]);
  speak('de', 'de-DE', { shapes: { kind: 'Art', nothing: 'Nichts' } });
  expect(titles()).toEqual(['Art', ['On', 'Nichts']]);
});
