import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const rows = read('src/proxy/acceptance.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (case|---) \|/.test(line))
  .map((line) => {
    const [, name = '', proofs = ''] = line.split(/(?<!\\)\|/);
    return { name: name.trim(), cells: proofs.trim().split('<br>') };
  });
const proofs = rows.flatMap(({ cells }) =>
  cells.flatMap((cell) => {
    const [, file = '', title] = /^`(.+\.(?:test|spec)\.ts)` › (.+)$/.exec(cell) ?? [];
    if (title === undefined) return [];
    return [{ file: /^(src|e2e)\//.test(file) ? file : `src/proxy/${file}`, title }];
  }),
);

describe('the table of what must never happen', () => {
  it('has a row for each case, and each row a test or what is not covered', () => {
    expect(rows.length).toBeGreaterThan(60);
    const bare = rows.filter(
      ({ cells }) =>
        !cells.some((cell) => /^`.+` › /.test(cell) || cell.startsWith('_not covered')),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('names files and titles that are there', () => {
    const sources = new Map<string, string>();
    const missing = proofs.filter(({ file, title }) => {
      const source = sources.get(file) ?? read(file);
      sources.set(file, source);
      return !["'", '"', '`'].some((mark) => source.includes(`${mark}${title}${mark}`));
    });
    expect(missing).toEqual([]);
  });
});
