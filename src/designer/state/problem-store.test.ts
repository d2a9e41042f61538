import { expect, test } from 'vitest';
import { createCatalog } from '../../catalog/index.ts';
import { checkFlow, newFlow, type Step } from '../../flow/index.ts';
import { createDocumentStore } from './document-store.ts';
import { createProblemStore } from './problem-store.ts';

const step: Step = {
  id: 's1',
  name: 'CRM',
  component: 'catalog:unknown',
  componentVersion: '1.0.0',
  operation: '',
  credential: 'slot',
  settings: {},
  slots: {},
};

function begin() {
  const document = createDocumentStore();
  const problems = createProblemStore(document, createCatalog([]), (run) => run(checkFlow));
  document.open({ ...newFlow('f', () => 'f'), steps: [step] });
  const codes = () => problems.getState().byStep['s1']?.map(({ code }) => code);
  return { document, problems, codes };
}

test('says that a slot is not filled once it is known what this browser fills', () => {
  const { problems, codes } = begin();
  expect(codes()).toEqual(['flow.component-unknown']);
  problems.setBound(new Set());
  expect(codes()).toEqual(['flow.component-unknown', 'problems.not-connected']);
  problems.setBound(new Set(['slot']));
  expect(codes()).toEqual(['flow.component-unknown']);
});

test('keeps the list of a step whose problems did not change', () => {
  const { document, problems } = begin();
  problems.setBound(new Set());
  const before = problems.getState().byStep['s1'];
  document.apply({ type: 'flow.rename', name: 'Other' });
  expect(problems.getState().byStep['s1']).toBe(before);
});

test('asks for the checks again with the next change where they did not come', () => {
  const document = createDocumentStore();
  let isThere = false;
  const problems = createProblemStore(document, createCatalog([]), (run, _flow, missed) => {
    if (isThere) run(checkFlow);
    else missed();
  });
  document.open({ ...newFlow('f', () => 'f'), steps: [step] });
  expect(problems.getState().isKnown).toBe(false);
  isThere = true;
  document.apply({ type: 'flow.rename', name: 'Other' });
  expect(problems.getState().isKnown).toBe(true);
});
