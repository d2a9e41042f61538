import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { steps } from './en/steps.ts';

const folder = new URL('../runtime/', import.meta.url);
const used = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(steps|engine)/.test(name))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .flatMap((name) => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(/'steps\.([a-z0-9-]+)'/g),
    ])
    .map(([, key]) => key ?? ''),
);

it('has a sentence for every refusal of a generic step, and none that nothing says', () => {
  expect(used.size).toBeGreaterThan(15);
  expect([...used].toSorted()).toEqual(
    [...new Set(Object.keys(steps).map((key) => key.replace(/_(one|other)$/, '')))].toSorted(),
  );
});
