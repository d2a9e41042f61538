import { describe, expect, it } from 'vitest';
import { sayWording } from '../../../words/index.ts';
import { TaskRefused } from '../transport.ts';
import { mysql } from './mysql/dialect.ts';
import { postgres } from './postgres/dialect.ts';
import { readStatement, type Syntax } from './read-statement.ts';
import { sqlite } from './sqlite/dialect.ts';
import { processorMs } from '../../../shared/testing/processor-ms.ts';

function said(sql: string, { syntax }: { readonly syntax: Syntax }): string {
  try {
    return readStatement(sql, syntax, false).text;
  } catch (cause) {
    if (cause instanceof TaskRefused && cause.says !== undefined) return sayWording(cause.says);
    throw cause;
  }
}

// Looked for again at every sign, the same would take many seconds.
const longestMs = 1_000;

const long = (piece: string): string => piece.repeat(Math.floor(99_000 / piece.length));

describe('a statement that a person wrote', () => {
  it.each([
    ['comments', `SELECT ${long('/* ')}`, mysql],
    ['quoted quotes', `SELECT '${long("\\'")}`, mysql],
    ['quoted names', `SELECT ${long('` ').slice(0, 98_999)}\``, mysql],
    [
      'tagged texts',
      `SELECT ${Array.from({ length: 9_000 }, (_, n) => `$t${String(n)}$ `).join('')}`,
      postgres,
    ],
    ['texts with escapes', `SELECT e'${long("\\'")}`, postgres],
    ['names in brackets', `SELECT ${long('[')}`, sqlite],
  ])('whose %s do not end is refused in words, soon', (_name, sql, dialect) => {
    const before = processorMs();
    expect(said(sql, dialect)).toContain('does not end');
    expect(processorMs(before)).toBeLessThan(longestMs);
  });

  it('with many parameters is read soon, each name at one place where places are numbered', () => {
    const names = Array.from({ length: 12_000 }, (_, n) => `:p${String(n)}`);
    const before = processorMs();
    const read = readStatement(`SELECT ${names.join(',')},:p7`, postgres.syntax, false);
    expect(processorMs(before)).toBeLessThan(longestMs);
    expect(read.parameters).toHaveLength(12_000);
    expect(read.text).toMatch(/,\$12000,\$8$/);
    expect(readStatement('SELECT :a, :b, :a', mysql.syntax, false)).toMatchObject({
      text: 'SELECT ?, ?, ?',
      parameters: ['a', 'b', 'a'],
    });
  });

  it.each([
    "SELECT 'x' INTO/**/OUTFILE '/tmp/x'",
    "SELECT 'x' INTO -- so\nDUMPFILE '/tmp/x'",
    "SELECT 'x' INTO # so\n outfile '/tmp/x'",
    "SELECT LOAD_FILE/**/('/etc/passwd')",
    "SELECT `load_file`('/etc/passwd')",
    "SELECT 1.eLOAD_FILE('/etc/passwd')",
    // MySQL ends this comment and begins that one elsewhere than most would.
    "SELECT 1 --\u0001'\n INTO OUTFILE '/tmp/x' -- '",
    "SELECT 1 --\u00A0`a` INTO OUTFILE '/tmp/x'",
  ])('reaches no file of a MySQL server: %j', (sql) => {
    expect(said(sql, mysql)).toMatch(/^A step does not (read|write) files/);
  });

  it('may speak of such words in a text, and have names that only look like them', () => {
    const sql = "SELECT 'INTO OUTFILE', my_outfile, outfile_id, @load_file FROM t -- LOAD_FILE";
    expect(said(sql, mysql)).toBe(sql);
  });
});
