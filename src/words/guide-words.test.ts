import { expect, it } from 'vitest';
import * as german from './de/guide.ts';
import * as english from './en/guide.ts';
import { untranslated } from './testing/untranslated.ts';

const areas = ({ guide, glossary }: typeof german | typeof english) => ({
  guide,
  glossary: Object.fromEntries(
    Object.entries<readonly string[]>(glossary).map(([key, words]) => [key, words.join(': ')]),
  ),
});

it('the guide says everything in German as well', () => {
  expect(untranslated(areas(english), areas(german) as object, [])).toEqual([]);
});
