import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const top = join(import.meta.dirname, '..');
const rows = readFileSync(join(top, 'e2e/README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('.ts`'))
  .map((line) => line.split(' | ').slice(1).join(' | '));

/** Each file of a row, with the titles that stand behind it up to the next file. */
const proofs = rows.flatMap((row) =>
  [...row.matchAll(/`([^`]+\.tsx?)`: (.*?)(?=; `|\s*\|?$)/g)].map(([, file = '', said = '']) => ({
    file: file.startsWith('src/') ? file : `e2e/specs/${file}`,
    titles: said.split(/”; (?=“)/).map((title) => title.replace(/^“|”( \(.*\))?$/g, '')),
  })),
);

test('the table of what proves the designer is read', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(proofs.length).toBeGreaterThanOrEqual(rows.length);
});

test.each(proofs)('$file tells what the table says of it', ({ file, titles }) => {
  const source = readFileSync(join(top, file), 'utf8');
  for (const title of titles)
    expect(source.includes(title), `“${title}” is no title in ${file}`).toBe(true);
});
