import { beforeEach, expect, it } from 'vitest';
import type { Flow, Step } from '../../flow/index.ts';
import { aFlow, aStep, findCustomers, ref } from '../../flow/testing/a-flow.ts';
import { aGroup, aNote } from '../../flow/testing/drawn-operations.ts';
import { copiedText, pasteText } from './steps-clipboard.ts';
import { aBench } from './testing/a-bench.ts';

const rest = aStep('r', 'rest/request', {
  settings: { url: 'https://api.example/v1?api_key=URL-SECRET&page=2' },
  slots: {
    headers: {
      kind: 'object',
      props: {
        Authorization: { kind: 'literal', value: 'HEADER-SECRET' },
        Accept: { kind: 'literal', value: 'text/plain' },
      },
    },
    body: {
      kind: 'object',
      props: { password: ref('a', 'token', 'value'), secret: ref('a', 'credentials') },
    },
  },
});
const flow = aFlow({ steps: [findCustomers('a'), rest] });
const withStep = (change: Partial<Step>): Flow => aFlow({ steps: [findCustomers('a', change)] });
const laidOut = (layout: Partial<Flow['layout']>): Flow => {
  const one = withStep({});
  return { ...one, layout: { ...one.layout, ...layout } };
};
const other: Flow = { ...aFlow({ steps: [] }), id: 'flow-2', credentials: [] };
let made = 0;
beforeEach(() => {
  made = 0;
});
const open = (opened: Flow) => {
  const { bench } = aBench(opened);
  return Object.assign(bench, { newId: () => `n${String(made++)}` });
};
const toastOf = (bench: ReturnType<typeof open>) => bench.toasts.getState().toasts.at(-1)?.text;

it('leaves what looks like a key out of the text, and nothing else', () => {
  const copied = copiedText(open(flow), { steps: ['r'] });
  expect(copied?.isLess).toBe(true);
  expect(copied?.text).not.toMatch(/SECRET|•/);
  const bench = open(flow);
  pasteText(bench, copied?.text ?? '', { x: 0, y: 0 });
  const pasted = bench.document.getState().flow?.steps.at(-1);
  expect(pasted?.settings).toMatchObject({ url: 'https://api.example/v1?api_key=&page=2' });
  expect(pasted?.slots).toEqual({
    headers: { kind: 'object', props: { Accept: { kind: 'literal', value: 'text/plain' } } },
    body: rest.slots['body'],
  });
});

it.each<[string, (key: string) => Flow]>([
  ['the note of a step', (key) => withStep({ note: `use ${key}` })],
  ['the name of a step', (key) => withStep({ name: `CRM ${key}` })],
  ['a label', (key) => withStep({ labels: { '/settings/list': key } })],
  [
    'a described field',
    (key) => withStep({ shapes: { output: { schema: { examples: [key] }, origin: 'sample' } } }),
  ],
  ['the title of a group', (key) => laidOut({ groups: [{ ...aGroup('g', ['a']), title: key }] })],
  ['a note', (key) => laidOut({ notes: [aNote('n', key)] })],
])('leaves a key in %s out of the text, and says so', (_where, withKey) => {
  const key = 'sk_live_0123456789abcdefABCDEF';
  const copied = copiedText(open(withKey(key)), { steps: ['a'], notes: ['n'] });
  expect(copied?.text).not.toContain(key);
  expect(copied?.isLess).toBe(true);
  const bench = open(other);
  pasteText(bench, copied?.text ?? '', { x: 0, y: 0 });
  const { steps = [], layout } = bench.document.getState().flow ?? {};
  expect(steps).toHaveLength(1);
  expect([
    ...steps.map(({ name }) => name),
    ...(layout?.groups ?? []).map(({ title }) => title),
  ]).not.toContain('');
});

it('leaves the fields of a shape alone, whatever they are called', () => {
  const schema = { properties: { password: { type: 'string', title: 'Password' } } } as const;
  const described = withStep({ shapes: { output: { schema, origin: 'by-hand' } } });
  const copied = copiedText(open(described), { steps: ['a'] });
  expect(copied?.isLess).toBe(false);
  const bench = open(other);
  pasteText(bench, copied?.text ?? '', { x: 0, y: 0 });
  expect(bench.document.getState().flow?.steps[0]?.shapes?.output?.schema).toEqual(schema);
});

it('says when everything came along', () => {
  expect(copiedText(open(flow), { steps: ['a'] })?.isLess).toBe(false);
  expect(copiedText(open(flow), { steps: [] })).toBeUndefined();
});

it('selects what was pasted, and says what is not here', () => {
  const bench = open(other);
  pasteText(bench, copiedText(open(flow), { steps: ['a', 'r'] })?.text ?? '', { x: 0, y: 0 });
  expect(bench.view.getState().selectedSteps).toEqual(['n0', 'n1']);
  expect(toastOf(bench)).toBe('2 steps are pasted. 1 needs an account: connect it.');
});

it('refuses in words what is no copy of steps', () => {
  const bench = open(other);
  pasteText(bench, 'hello', { x: 0, y: 0 });
  expect(toastOf(bench)).toMatch(/^No steps are copied/);
  pasteText(bench, '{"format":"footbridge.steps","formatVersion":1,"steps":[{}]}', { x: 0, y: 0 });
  expect(toastOf(bench)).toMatch(/^What is copied looks like steps, but cannot be read\./);
  expect(bench.document.getState().flow).toBe(other);
});
