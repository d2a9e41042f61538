import { expect, test } from 'vitest';
import type { PreviewClient } from '../../worker/worker-client.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createPreviewCommands } from './preview-bridge.ts';

/** A client that notes what it is told and answers with a fixed value. */
function noted() {
  const said: string[] = [];
  const client = (): PreviewClient => {
    said.push('thread');
    return {
      setSamples: ({ name }) => void said.push(`samples ${name}`),
      setForm: ({ name }) => void said.push(`form ${name}`),
      setRecords: ({ name }) => void said.push(`records ${name}`),
      check: ({ form, records }) => {
        said.push(`check ${form} ${records}`);
        return Promise.resolve([]);
      },
      preview: ({ samples }) => {
        said.push(`preview ${samples}`);
        return Promise.resolve({ kind: 'value', value: 1, problems: [] });
      },
      previewMany: () => Promise.resolve([]),
      match: ({ form }) => {
        said.push(`match ${form}`);
        return Promise.resolve([]);
      },
      find: ({ samples }) => {
        said.push(`find ${samples}`);
        return Promise.resolve([]);
      },
      arrange: () => Promise.resolve({}),
      dispose: () => undefined,
    };
  };
  return {
    said,
    client,
    commands: createPreviewCommands({ document: createDocumentStore() }, client),
  };
}
const binding = { kind: 'literal', value: 1 } as const;

test('tells names that were looked for too long from names that are not there', async () => {
  const { client } = noted();
  const slow = (): PreviewClient => ({ ...client(), match: () => Promise.resolve(undefined) });
  const document = createDocumentStore();
  const target = { type: 'object' } as const;
  const { match } = createPreviewCommands({ document }, slow);
  expect(await match(target, [], undefined)).toBeUndefined();
  expect(await createPreviewCommands({ document }, client).match(target, [], undefined)).toEqual(
    [],
  );
});

test('gives the same samples once, and others under another name', async () => {
  const { said, commands } = noted();
  const [one, other] = [{ a: 1 }, { a: 2 }];
  await commands.evaluate(binding, one);
  await commands.evaluate(binding, one);
  await commands.evaluate(binding, other);
  await commands.evaluate(binding, one);
  expect(said).toEqual([
    'thread',
    'samples set-1',
    'preview set-1',
    'preview set-1',
    'samples set-2',
    'preview set-2',
    'preview set-1',
  ]);
});

test('gives again what the thread has let go meanwhile', async () => {
  const { said, commands } = noted();
  const sets = [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }];
  for (const samples of sets) await commands.evaluate(binding, samples);
  said.length = 0;
  await commands.evaluate(binding, sets[0] ?? {});
  expect(said).toEqual(['samples set-5', 'preview set-5']);
});

test('looks things up in a thread of its own', async () => {
  const { said, commands } = noted();
  const [samples, target, sources] = [{ a: 1 }, {}, []];
  await commands.evaluate(binding, samples);
  await commands.find(samples, 'x');
  await commands.match(target, sources, undefined);
  await commands.match(target, sources, binding);
  expect(said.slice(3)).toEqual([
    'thread',
    'samples set-1',
    'find set-1',
    'form set-2',
    'match set-2',
    'match set-2',
  ]);
});

test('gives the form and the recorded data once for all checks of a mapping', async () => {
  const { said, commands } = noted();
  const [target, types, records] = [{}, [], [{ name: '1', sources: {} }]];
  await commands.checkRecords(target, types, records, binding);
  await commands.checkRecords(target, types, records, undefined);
  expect(said).toEqual([
    'thread',
    'form set-1',
    'records set-2',
    'check set-1 set-2',
    'check set-1 set-2',
  ]);
});
