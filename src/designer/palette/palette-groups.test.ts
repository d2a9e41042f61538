import { expect, test } from 'vitest';
import type { ComponentSummary } from '../../catalog/index.ts';
import { groupsOf } from './palette-groups.ts';

function component(id: string, more: Partial<ComponentSummary> = {}): ComponentSummary {
  return {
    id,
    kind: 'connector',
    title: id,
    description: id,
    hue: 0,
    categories: ['Chat'],
    operations: [],
    ...more,
  };
}

test('samples that need no account stand before services, favourites before both; each once', () => {
  const components = [
    component('chat'),
    component('crm', { credentials: [{ sampleKeyOf: 'crm' }] }),
    component('mail', { credentials: [{}] }),
    component('filter', { kind: 'generic', categories: ['Direct data'] }),
  ];
  const listed = (favourites: readonly string[]) =>
    groupsOf(components, { favourites }).map(({ title, components: found }) => [
      title,
      ...found.map(({ id }) => id),
    ]);
  expect(listed([])).toEqual([
    ['To try out', 'crm'],
    ['Services', 'chat', 'mail'],
    ['Direct data', 'filter'],
  ]);
  expect(listed(['mail'])[0]).toEqual(['Favourites', 'mail']);
  expect(listed(['crm', 'mail']).slice(0, 2)).toEqual([
    ['Favourites', 'crm', 'mail'],
    ['Services', 'chat'],
  ]);
});
