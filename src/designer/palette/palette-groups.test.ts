import { expect, test } from 'vitest';
import type { ComponentSummary } from '../../catalog/index.ts';
import { beginningOf, groupsOf, tabStopOf } from './palette-groups.ts';

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

test('the beginning of the groups is so many components, and no group without one', () => {
  const group = (key: string, ...ids: readonly string[]) => ({
    key,
    title: key,
    components: ids.map((id) => component(id)),
  });
  const groups = [group('services', 'chat', 'mail', 'shop'), group('data', 'filter')];
  expect(beginningOf(groups, 2)).toEqual([group('services', 'chat', 'mail')]);
  expect(beginningOf(groups, 3)).toEqual([group('services', 'chat', 'mail', 'shop')]);
  expect(beginningOf(groups, 9)).toEqual(groups);
});

test('the Tab key goes to where it was last in the list, and to its first component where that is gone', () => {
  const group = {
    key: 'services',
    title: 'Services',
    components: [component('chat'), component('mail')],
  };
  expect(tabStopOf([group], undefined)).toBe('chat');
  expect(tabStopOf([group], 'mail')).toBe('mail');
  expect(tabStopOf([group], 'gone')).toBe('chat');
  expect(tabStopOf([], 'mail')).toBeUndefined();
});
