import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseComponent } from '../../catalog/index.ts';
import { componentSearch } from './component-search.ts';

const components = readdirSync('components-catalog', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const parsed = parseComponent(
      JSON.parse(readFileSync(`components-catalog/${name}/component.json`, 'utf8')),
    );
    return parsed.ok ? [parsed.value] : [];
  });
const foundFor = (question: string) =>
  componentSearch(components)(question).map(({ item }) => item.id);

test('a sample service is found by what it is and by what it has, though it is of no component of its own', () => {
  expect(foundFor('support').slice(0, 4)).toContain('catalog:graphql');
  expect(foundFor('tickets').slice(0, 4)).toContain('catalog:graphql');
  expect(foundFor('orders').slice(0, 5)).toEqual(
    expect.arrayContaining(['catalog:database', 'catalog:soap']),
  );
  expect(foundFor('sample shop database')[0]).toBe('catalog:database');
  expect(foundFor('file server')[0]).toBe('catalog:sftp');
});
