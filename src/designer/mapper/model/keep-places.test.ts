import { expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { setAt, type Binding } from '../../../mapping/index.ts';
import { keepPlaces } from './keep-places.ts';

const root: JsonSchema = {
  type: 'object',
  properties: {
    point: { type: 'array', prefixItems: [{ title: 'Longitude' }, { title: 'Latitude' }, {}] },
    tags: { type: 'array', items: { type: 'string' } },
  },
};
const literal = (value: number | null): Binding => ({ kind: 'literal', value });
const point = (...values: (number | null)[]): Binding => ({
  kind: 'list',
  parts: values.map((value) => ({ item: literal(value) })),
});
const change = (
  whole: Binding | undefined,
  path: (string | number)[],
  next: Binding | undefined,
) => {
  const planned = keepPlaces(whole, root, path, next);
  return setAt(whole, planned.path, planned.binding);
};

it('fills a place where it belongs, whatever stands before it', () => {
  expect(change(undefined, ['point', 1], literal(52))).toEqual({
    kind: 'object',
    props: { point: point(null, 52, null) },
  });
});

it('leaves a hole where a place is cleared, and nothing where the last one is', () => {
  const both: Binding = { kind: 'object', props: { point: point(13, 52, null) } };
  const one = change(both, ['point', 0], undefined);
  expect(one).toEqual({ kind: 'object', props: { point: point(null, 52, null) } });
  expect(change(one, ['point', 1], undefined)).toEqual({ kind: 'object', props: {} });
});

it('lets the entries of other lists close up', () => {
  expect(keepPlaces(undefined, root, ['tags', 1], literal(1))).toEqual({
    path: ['tags', 1],
    binding: literal(1),
  });
});
