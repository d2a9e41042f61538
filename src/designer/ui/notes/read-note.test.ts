import { expect, test } from 'vitest';
import { plainNote, readNote, type Block, type Inline } from './read-note.ts';

/** As it would be typed in brackets: b(…) for bold, and so on. */
const drawn = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if ('text' in part) return part.kind === 'text' ? part.text : `c(${part.text})`;
      if (part.kind === 'link') return `a(${part.href} ${drawn(part.parts)})`;
      return `${part.kind === 'strong' ? 'b' : 'i'}(${drawn(part.parts)})`;
    })
    .join('');
const blocks = (text: string) =>
  readNote(text).map((block: Block) =>
    block.kind === 'lines'
      ? block.lines.map(drawn)
      : [block.isNumbered ? '1.' : '-', ...block.items.map(drawn)],
  );
const line = (text: string) => blocks(text)[0]?.[0];

test('bold, italic and code, inside each other too', () => {
  expect(line('Ask **Ada *soon***, or `a*b*c`')).toBe('Ask b(Ada i(soon)), or c(a*b*c)');
  expect(line('_one_ and snake_case_name')).toBe('i(one) and snake_case_name');
});

test('marks that do not close, or hold nothing, are what they are', () => {
  expect(line('2 * 3 * 4 ** 5')).toBe('2 * 3 * 4 ** 5');
  expect(line('a ` b, [words](), ** **')).toBe('a ` b, [words](), ** **');
});

test('lists with signs and with numbers, lines, and what an empty line parts', () => {
  expect(blocks('To do:\n- one\n* **two**\n1. first\n2) second\n\nend\nof it')).toEqual([
    ['To do:'],
    ['-', 'one', 'b(two)'],
    ['1.', 'first', 'second'],
    ['end', 'of it'],
  ]);
  expect(line('# Heading')).toBe('b(Heading)');
});

test('links lead to http, https and mail alone', () => {
  expect(line('[Docs](https://example.com/a?b=1)')).toBe('a(https://example.com/a?b=1 Docs)');
  expect(line('see https://example.com/a.')).toBe(
    'see a(https://example.com/a https://example.com/a).',
  );
  expect(line('[Ada](mailto:ada@example.com)')).toBe('a(mailto:ada@example.com Ada)');
  for (const href of ['javascript:alert(1', 'data:text/html,x', 'file:///etc', '//host', 'x'])
    expect(line(`[no](${href})`)).toBe(`[no](${href})`);
});

test('no HTML and no pictures: they stay the words that were typed', () => {
  expect(line('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  expect(line('![cat](https://example.com/cat.png)')).toContain('![cat](');
});

test('says it without marks', () => {
  expect(plainNote('# Ask\n- **Ada** in [the office](https://example.com)')).toBe(
    'Ask\nAda in the office',
  );
});

test('a text of nothing but marks is read in no time to speak of', () => {
  const hard = ['*'.repeat(1_999), '**a'.repeat(600), '[a]('.repeat(480), '_a '.repeat(600)];
  const before = process.cpuUsage().user;
  for (const each of hard) readNote(each);
  readNote(`${'*'.repeat(5_000)}\n`.repeat(10));
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(500);
});
