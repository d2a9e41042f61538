import type { Dialect } from '../database.ts';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const sqlite: Dialect = {
  syntax: {
    placeholder: () => '?',
    isNumbered: false,
    skipped: [
      /'(?:[^']|'')*'/suy,
      /"(?:[^"]|"")*"/suy,
      /`(?:[^`]|``)*`/suy,
      /\[[^\]]*\]/suy,
      /--[^\n]*/uy,
      /\/\*.*?(?:\*\/|$)/suy,
    ],
    opened: /['"`[]/uy,
    refused: [
      {
        pattern: /\?|[@$](?=[\p{L}_])/uy,
        because: 'proxy.parameters-by-name',
      },
    ],
  },
  quote,
  noValues: 'DEFAULT VALUES',
  canReturn: true,
  onConflict: (key, changed) => {
    const set = (changed.length === 0 ? key.slice(0, 1) : changed)
      .map((name) => `${quote(name)} = excluded.${quote(name)}`)
      .join(', ');
    return `ON CONFLICT (${key.map(quote).join(', ')}) DO UPDATE SET ${set}`;
  },
  asText: (quoted) => quoted,
  like: 'LIKE',
};
