import type { Dialect } from '../database.ts';

const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

export const mysql: Dialect = {
  syntax: {
    placeholder: () => '?',
    isNumbered: false,
    skipped: [
      /'(?:[^'\\]|\\.|'')*'/suy,
      /"(?:[^"\\]|\\.|"")*"/suy,
      /`(?:[^`]|``)*`/suy,
      /#[^\n]*/uy,
      // Exactly the signs after which MySQL takes it for a comment.
      /--(?=[\p{Cc}\u0020]|$)[^\n]*/uy,
      /\/\*.*?\*\//suy,
    ],
    opened: /['"`]|\/\*/uy,
    refused: [
      { pattern: /\/\*M?!/uy, because: 'proxy.statement-comment-runs' },
      { pattern: /\?/uy, because: 'proxy.parameters-by-name' },
      {
        // MySQL drops the "1.e" of "1.eLOAD_FILE": a number before the word does not make it another.
        pattern: /(?<![\p{L}\p{N}_$@])(?:\d[\w.]*)?(?:OUTFILE|DUMPFILE)\b/iuy,
        because: 'proxy.statement-writes-files',
      },
      {
        pattern: /(?:(?<![\p{L}\p{N}_$@])(?:\d[\w.]*)?LOAD_FILE\b|`LOAD_FILE`)/iuy,
        because: 'proxy.statement-reads-files',
      },
    ],
  },
  quote,
  noValues: '() VALUES ()',
  canReturn: false,
  onConflict: (key, changed) =>
    `ON DUPLICATE KEY UPDATE ${(changed.length === 0 ? key.slice(0, 1) : changed)
      .map((name) => `${quote(name)} = VALUES(${quote(name)})`)
      .join(', ')}`,
  asText: (quoted) => quoted,
  like: 'LIKE',
};
