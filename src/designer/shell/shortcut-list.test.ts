import { expect, test } from 'vitest';
import { createDocumentStore } from '../state/document-store.ts';
import type { Workbench } from '../state/workbench.ts';
import { shortcutList } from './shortcut-list.ts';

test('lists each key once in its place, in words', () => {
  const bench = { document: createDocumentStore() } as unknown as Workbench; // titles ask for no more
  const list = shortcutList(bench);
  const lines = list.flatMap(({ keys, where }) => keys.map((each) => `${where} ${each.join('+')}`));
  expect(lines).toContain('everywhere mod+Shift+Z');
  expect(lines).toContain('flow Delete');
  expect(new Set(lines).size).toBe(lines.length);
  expect(list.filter(({ does }) => !/^[A-Z]\p{L}/u.test(does))).toEqual([]);
});
