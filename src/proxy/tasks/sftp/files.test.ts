import type { SFTPWrapper } from 'ssh2';
import { expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { listFiles } from './files.ts';

type Answer = (cause: Error | undefined, value?: unknown) => void;

it('a file whose server does not tell when it was changed is found too, without a time', async () => {
  const attrs = { size: 1, isFile: () => true, isDirectory: () => false };
  const pages = [[{ filename: 'a.csv', attrs }]];
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
  ]);
});
