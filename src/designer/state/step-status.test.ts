import { expect, test } from 'vitest';
import { noCounts } from '../../runtime/contract.ts';
import { statusLine, withValues } from './step-status.ts';

const step = { operation: 'x' };
const field = {
  code: 'mapping.required',
  path: ['slots', 'input', 'email'],
  severity: 'error',
} as const;
const run = { counts: noCounts, refusals: [] };

test('counts the fields to fill', () => {
  expect(
    statusLine(step, undefined, [field, { ...field, path: ['slots', 'input', 'name'] }]),
  ).toEqual({
    tone: 'to-do',
    text: '2 fields to fill',
  });
});

test('says how many wait for an OK before it says what is missing', () => {
  expect(
    statusLine(step, { ...run, status: 'held', counts: { ...noCounts, in: 500, held: 500 } }, [
      field,
    ]),
  ).toEqual({
    tone: 'held',
    text: '500 wait for your OK',
  });
});

test('says that nothing was sent, with no sign of success', () => {
  const counts = { ...noCounts, in: 5, held: 5 };
  expect(statusLine(step, { ...run, status: 'done', counts }, [])).toEqual({
    tone: 'quiet',
    text: '5 not sent',
  });
});

test('says what was refused beside what was done', () => {
  const counts = { ...noCounts, in: 500, done: 498, refused: 2, out: 498 };
  expect(statusLine(step, { ...run, status: 'done', counts }, [])).toEqual({
    tone: 'in-part',
    text: '498 done · 2 refused',
  });
});

test('says how many wait behind a refusal that stopped the flow', () => {
  const counts = { ...noCounts, in: 5, done: 2, refused: 1, out: 2 };
  expect(statusLine(step, { ...run, status: 'halted', counts }, [])).toEqual({
    tone: 'refused',
    text: '1 refused · 2 wait',
  });
});

test('is empty for a step that is ready and was never tested', () => {
  expect(statusLine(step, undefined, [{ ...field, severity: 'hint' }])).toBeUndefined();
});

test('says how many records the first step found, not how often it was asked', () => {
  const counts = { ...noCounts, in: 1, done: 1, out: 500 };
  expect(
    statusLine(step, { ...run, status: 'done', counts }, [], { isFirst: true, ports: [] }),
  ).toEqual({
    tone: 'done',
    text: '500 found',
  });
});

test('says of a step that tells its failures apart how many came through, as of any other', () => {
  const counts = { ...noCounts, in: 5, done: 4, refused: 1, out: 5, byPort: { out: 4, error: 1 } };
  const ports = [
    { id: 'out', title: '' },
    { id: 'error', title: 'Failures' },
  ];
  const plain = { ...counts, byPort: undefined };
  const said = (of: typeof counts | typeof plain) =>
    statusLine(step, { ...run, status: 'done', counts: of as typeof counts }, [], {
      isFirst: false,
      ports,
    });
  expect(said(counts)).toEqual(said(plain));
  expect(said(counts)?.text).toMatch(/^4 done/);
});

test('says what was written into the step by hand, behind how it ended', () => {
  const values = [
    { title: 'Status', text: 'Active' },
    { title: 'Double opt-in', text: undefined },
  ];
  expect(withValues(undefined, values)).toEqual({
    tone: 'quiet',
    text: 'Status: Active · Double opt-in',
  });
  expect(withValues({ tone: 'done', text: '5 found' }, values)?.text).toBe(
    '5 found · Status: Active · Double opt-in',
  );
  expect(withValues({ tone: 'to-do', text: 'Connect first' }, values)?.text).toBe('Connect first');
});

test('says that a step gives its sample in tests, behind how it ended', () => {
  const place = { isFirst: true, ports: [], leftOut: true };
  expect(statusLine(step, undefined, [], place)?.text).toBe('Gives its sample in tests');
});
