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
      /--(?=\s|$)[^\n]*/uy,
      /\/\*.*?\*\//suy,
    ],
    refused: [
      { pattern: /\/\*M?!/uy, because: 'Comments that the database would run are not allowed.' },
      { pattern: /\?/uy, because: 'Write parameters by name with a colon, such as :email.' },
      {
        pattern: /(?<![\p{L}\p{N}_$@`'"])INTO\s+(?:OUTFILE|DUMPFILE)\b/iuy,
        because: 'A step does not write files on the server.',
      },
      {
        pattern: /(?<![\p{L}\p{N}_$])LOAD_FILE\s*\(/iuy,
        because: 'A step does not read files of the server.',
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
