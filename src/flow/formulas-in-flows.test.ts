import { expect, it, vi } from 'vitest';
import type { FormulaBinding } from '../mapping/index.ts';
import { holdsFormula } from './checks.ts';
import { aFlow, aStep, catalog, findCustomers, group, ref } from './testing/a-flow.ts';

const greeting: FormulaBinding = {
  kind: 'formula',
  lang: 'jsonata',
  text: '"Dear " & $nmae',
  refs: { name: { kind: 'ref', from: 'find', path: ['email'] } },
  result: 'single',
};
const flow = aFlow({
  steps: [
    findCustomers(),
    aStep('map', 'mapper/make-message', { slots: { input: group({ greeting }) } }),
  ],
});

it('a flow with a formula in any of its steps is told from one without', () => {
  expect(holdsFormula(flow)).toBe(true);
  const plain = aStep('map', 'mapper/make-message', {
    slots: {
      input: group({ a: ref('find', 'name'), b: { kind: 'literal', value: { kind: 'formula' } } }),
    },
  });
  expect(holdsFormula(aFlow({ steps: [findCustomers(), plain] }))).toBe(false);
});

it('formulas are checked and typed from the moment that their door is open, in a flow that was checked before as well', async () => {
  vi.resetModules();
  const { checkFlow } = await import('./checks.ts');
  const { outputSchemaOf } = await import('./index.ts');
  const { openFormulas } = await import('../mapping/formulas.ts');
  const found = () =>
    checkFlow(flow, catalog)
      .map(({ code }) => code)
      .filter((code) => code.includes('formula'));
  const type = () => outputSchemaOf(flow, catalog, 'map')?.properties?.['greeting'];
  expect([found(), type()]).toEqual([[], {}]);
  openFormulas();
  expect([found(), type()]).toEqual([
    ['mapping.formula-name-unknown', 'mapping.formula-field-unused'],
    { type: 'string' },
  ]);
});
