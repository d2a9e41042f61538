import { expect, it } from 'vitest';
import { schemasInLanguage } from '../catalog/texts.ts';
import { createCatalog } from '../catalog/index.ts';
import { loadOwnData } from '../words/language.ts';
import { doneSchema, failureSchema, flowFacts, ownSchemas } from './own-schemas.ts';

it('every name of data that no component gives has a German one', async () => {
  const inGerman = schemasInLanguage(await loadOwnData('de'));
  const left = ownSchemas.flatMap((schema) => {
    const told = titlesIn(inGerman(schema));
    return titlesIn(schema).filter((title, at) => told[at] === title);
  });
  expect(ownSchemas.flatMap(titlesIn)).toContain('What went wrong');
  expect(left).toEqual([]);
});

it('a catalog in another language says them in it, always by the same object', async () => {
  const english = createCatalog([]);
  const german = createCatalog([], schemasInLanguage(await loadOwnData('de')));
  expect(flowFacts(english).title).toBe('Flow');
  expect(flowFacts(german).title).toBe('Ablauf');
  expect(flowFacts(german)).toBe(flowFacts(german));
  expect(failureSchema(german)).toBe(failureSchema(german));
  expect(doneSchema(german).properties?.['done']?.title).toBe('Fertig');
});

function titlesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'title' && typeof value === 'string' ? [value] : titlesIn(value),
  );
}
