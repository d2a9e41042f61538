import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { connectorDocs, leftOverDocs } from '../../scripts/connector-docs.mjs';

it('what is written of the connectors is what their descriptions say now: npm run docs', () => {
  const root = new URL('../../', import.meta.url);
  const stale = [...connectorDocs()].flatMap(([path, text]) => {
    const file = new URL(path, root);
    return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [path];
  });
  expect([...stale, ...leftOverDocs()]).toEqual([]);
});
