import type { SFTPWrapper } from 'ssh2';
import { expect, it } from 'vitest';
import { shippedCatalog } from '../../../catalog/testing/shipped.ts';
import type { Json } from '../../../shared/index.ts';
import { listFiles } from './files.ts';

type Answer = (cause: Error | undefined, value?: unknown) => void;

it('a file whose server does not tell its size, or when it was changed, is found without', async () => {
  const kind = { isFile: () => true, isDirectory: () => false };
  const pages = [
    [
      { filename: 'a.csv', attrs: { ...kind, size: 1 } },
      { filename: 'b.csv', attrs: kind },
    ],
  ];
  const server = {
    opendir: (_folder: string, answer: Answer) => answer(undefined, Buffer.from('handle')),
    readdir: (_handle: Buffer, answer: Answer) => {
      const page = pages.shift();
      if (page === undefined) answer(Object.assign(new Error('end'), { code: 1 }));
      else answer(undefined, page);
    },
    close: () => undefined,
  };
  const found: Json[] = [];
  for await (const page of listFiles(server as unknown as SFTPWrapper, { folder: 'in' }))
    found.push(...page);
  expect(found).toEqual([
    {
      name: 'a.csv',
      path: 'in/a.csv',
      folder: 'in',
      kind: 'file',
      size: 1,
      version: 'in/a.csv 1 ',
    },
    { name: 'b.csv', path: 'in/b.csv', folder: 'in', kind: 'file', version: 'in/b.csv  ' },
  ]);
  const { output } = shippedCatalog().operation('catalog:sftp', 'find-files') ?? {};
  expect(output?.required).toEqual(Object.keys(found[1] as object));
});
