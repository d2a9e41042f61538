import { expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import { noCounts } from '../../runtime/contract.ts';
import { writeJson, type Json } from '../../shared/index.ts';
import { readRunFile } from './read-run-file.ts';
import { runFileSchema, type WholeRun } from './run-file.ts';
import { writeRunFile } from './write-run-file.ts';

const catalog = { component: () => undefined, operation: () => undefined };

const run: WholeRun = {
  row: {
    id: 'r1',
    flow: 'f',
    at: 1,
    status: 'failed',
    asked: { scope: { kind: 'flow' }, firstRecords: 5, by: 'test' },
    parts: [{ what: 'in', count: 1 }],
    ms: 12,
  },
  state: {
    runId: 'r1',
    status: 'failed',
    startedAt: 1,
    finishedAt: 13,
    steps: {
      s: { status: 'failed', counts: { ...noCounts, in: 1, refused: 1 }, refusals: [] },
    },
  },
  flow: {
    ...newFlow('F', () => 'f'),
    steps: [
      {
        id: 's',
        name: 'Send',
        component: 'catalog:x',
        componentVersion: '1.0.0',
        operation: 'send',
        settings: { password: 'in-settings' },
        slots: {
          input: {
            kind: 'object',
            props: { apiKey: { kind: 'literal', value: 'in-mapping' } },
          },
        },
      },
    ],
  },
  steps: [
    {
      step: 's',
      total: 1,
      first: 1,
      records: [
        {
          id: '0',
          index: 0,
          state: 'refused',
          input: { name: 'Ada', number: 12345678901234567890n, token: 'in-input' },
          request: {
            method: 'POST',
            address: 'https://api.test/x?api_key=in-address',
            headers: [['Authorization', 'Bearer in-header']],
            body: { password: 'in-body' },
          },
          response: { status: 422, body: { said: 'Bearer in-answer-abc' } },
        },
      ],
    },
  ],
};

test('writes no secret, and everything else as it was', async () => {
  const text = await writeRunFile(run, catalog, 99);
  expect(text).not.toMatch(/in-(settings|mapping|input|address|header|body|answer)/);
  expect(text).toContain('"name": "Ada"');
  expect(text).toContain('12345678901234567890');
});

test('reads back what it wrote, by the published schema too', async () => {
  const text = await writeRunFile(run, catalog, 99);
  expect(runFileSchema.safeParse(JSON.parse(text)).success).toBe(true);
  const read = readRunFile(text);
  if (!read.ok) throw new Error(read.reason.code);
  expect(read.value.row).toEqual(run.row);
  expect(read.value.state).toEqual(run.state);
  expect(read.value.steps[0]?.records[0]?.input).toMatchObject({
    name: 'Ada',
    number: 12345678901234567890n,
  });
});

test.each<[string, string | Json, string]>([
  ['an empty file', '', 'earlier.file-empty'],
  ['a file that is cut off', '{"format": "footbridge.run", ', 'earlier.file-not-json'],
  ['a list', [], 'earlier.file-unknown'],
  ['something else', { format: 'other' }, 'earlier.file-unknown'],
  ['a flow', { format: 'footbridge.flow' }, 'earlier.file-is-flow'],
  ['a newer format', { format: 'footbridge.run', formatVersion: 2 }, 'earlier.file-newer'],
  ['a damaged one', { format: 'footbridge.run', formatVersion: 1 }, 'earlier.file-broken'],
  ['an endless nesting', '['.repeat(10_000), 'earlier.file-too-deep'],
])('says of %s why it cannot be shown', (_what, given, code) => {
  const read = readRunFile(typeof given === 'string' ? given : writeJson(given));
  expect(read.ok ? undefined : read.reason.code).toBe(code);
});
