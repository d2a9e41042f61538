import { expect, test } from 'vitest';
import type { Step } from '../../flow/index.ts';
import { parseSendsAlways, sendsAlwaysOf, withSendsAlways } from './sends-always.ts';

const step: Step = {
  id: 's1',
  name: 'Newsletter',
  component: 'catalog:newsletter',
  componentVersion: '1.0.0',
  operation: 'add-subscriber',
  settings: {},
  slots: {},
};
const flow = (one: Step) => ({ id: 'f1', steps: [one] });

test('“always” is of this step in this flow', () => {
  const known = withSendsAlways('f1', step, true, {});
  expect(sendsAlwaysOf(flow(step), known)).toEqual(['s1']);
  expect(sendsAlwaysOf({ id: 'f2', steps: [step] }, known)).toEqual([]);
  expect(sendsAlwaysOf(flow(step), withSendsAlways('f1', step, false, known))).toEqual([]);
});

test('“always” is over when the step does something else, or signs in otherwise', () => {
  const known = withSendsAlways('f1', step, true, {});
  expect(sendsAlwaysOf(flow({ ...step, operation: 'remove-subscriber' }), known)).toEqual([]);
  expect(sendsAlwaysOf(flow({ ...step, credential: 'other' }), known)).toEqual([]);
  const asking = { ...step, settings: { statement: 'INSERT INTO t VALUES (1)' } };
  const said = withSendsAlways('f1', asking, true, {});
  expect(sendsAlwaysOf(flow({ ...asking, name: 'Renamed' }), said)).toEqual(['s1']);
  const other = { ...step, settings: { statement: 'DELETE FROM t' } };
  expect(sendsAlwaysOf(flow(other), said)).toEqual([]);
});

test('what is kept is looked at before it is believed', () => {
  const odd = ['[', '[]', '{"f1":1}', '{"f1":{"s1":true}}', 'null', null];
  expect(odd.map((text) => parseSendsAlways(text))).toEqual(odd.map(() => ({})));
  expect(sendsAlwaysOf({ id: 'constructor', steps: [step] }, parseSendsAlways('{}'))).toEqual([]);
});
