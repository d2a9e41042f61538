import type { Dialect } from '../database.ts';

export const postgres: Dialect = {
  syntax: {
    placeholder: (position) => `$${String(position)}`,
    isNumbered: true,
    skipped: [
      /[eE]'(?:[^'\\]|\\.|'')*'/suy,
      /(?:[uU]&|[bBxXnN])?'(?:[^']|'')*'/suy,
      /(?:[uU]&)?"(?:[^"]|"")*"/suy,
      /(?<![\p{L}\p{N}_$])\$([\p{L}_][\p{L}\p{N}_]*)?\$.*?\$\1\$/suy,
      /--[^\n]*/uy,
      /\/\*(?:[^*/]|\*(?!\/)|\/(?!\*))*\*\//suy,
    ],
    opened: /[eE]'|'|"|\/\*|(?<![\p{L}\p{N}_$])\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy,
    refused: [
      {
        pattern: /(?<![\p{L}\p{N}_$])\$\d/uy,
        because: 'proxy.parameters-by-name',
      },
      // Nested comments end elsewhere than they seem to.
      {
        pattern: /\/\*(?:[^*]|\*(?!\/))*?\/\*/suy,
        because: 'proxy.statement-comment-in-comment',
      },
    ],
  },
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  noValues: 'DEFAULT VALUES',
  canReturn: true,
  onConflict: (key, changed) => {
    const quote = postgres.quote;
    const target = key.map(quote).join(', ');
    // Something has to be set, so that the row that is there comes back.
    const set = (changed.length === 0 ? key.slice(0, 1) : changed)
      .map((name) => `${quote(name)} = EXCLUDED.${quote(name)}`)
      .join(', ');
    return `ON CONFLICT (${target}) DO UPDATE SET ${set}`;
  },
  asText: (quoted) => `${quoted}::text`,
  like: 'ILIKE',
};
