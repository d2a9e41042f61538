import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseComponent } from '../../catalog/index.ts';
import type { Step } from '../../flow/index.ts';
import { orChangeFix } from './refusal-fixes.ts';

const parsed = parseComponent(
  JSON.parse(readFileSync('components-catalog/database/component.json', 'utf8')),
);
if (!parsed.ok) throw new Error('the database cannot be read');
const component = parsed.value;
const step: Step = {
  id: 'row',
  name: 'Database',
  component: component.id,
  componentVersion: component.version,
  operation: 'add-row',
  settings: { table: 'customers' },
  slots: {},
};
const factsOf = (id: string) => ({
  step,
  component,
  operation: component.operations.find((each) => each.id === id),
});

test('a row that is there already can be changed instead, known by the column that was refused', () => {
  const fix = orChangeFix(factsOf('add-row'), [{ path: ['email'] }], 'exists-already');
  expect(fix?.words).toBe('Use “Add or change a row” instead');
  expect(fix?.operation).toMatchObject({
    type: 'batch',
    operations: [
      { type: 'step.set-operation', operation: 'upsert-row' },
      { type: 'step.set-settings', settings: { table: 'customers', key: ['email'] } },
    ],
  });
});

test('nothing is offered where it was refused for another reason, or where there is no such operation', () => {
  expect(orChangeFix(factsOf('add-row'), [], 'data')).toBeUndefined();
  expect(orChangeFix(factsOf('update-rows'), [], 'exists-already')).toBeUndefined();
});
