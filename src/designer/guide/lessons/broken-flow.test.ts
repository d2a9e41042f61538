import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCatalog, parseComponent } from '../../../catalog/index.ts';
import { applyOperation, checkFlow, flowSchema, type Flow } from '../../../flow/index.ts';
import written from './broken-flow.json';

const flow = written as unknown as Flow;
const parsed = parseComponent(
  JSON.parse(readFileSync('components-catalog/crm/component.json', 'utf8')),
);
if (!parsed.ok) throw new Error('the CRM cannot be read');
const catalog = createCatalog([parsed.value]);
const wrong = (checked: Flow) =>
  checkFlow(checked, catalog).filter(({ severity }) => severity === 'error');

test('the flow of the lesson is a flow with one mistake that is seen before a test, and its fix mends it', () => {
  expect(flowSchema.safeParse(flow).error).toBeUndefined();
  const [problem, ...others] = wrong(flow);
  expect(others).toEqual([]);
  expect(problem?.path).toEqual(['slots', 'input', 'birthday']);
  const [fix] = problem?.fixes ?? [];
  if (fix === undefined) throw new Error('no fix is offered');
  const mended = applyOperation(flow, fix.operation);
  if (!mended.ok) throw new Error('the fix does not apply');
  expect(wrong(mended.value.flow)).toEqual([]);
});
