/**
 * Every spelling in which a service plausibly writes a value back. What libraries do differs in two things alone: which letters
 * they escape, and how; so both are tables. A value of plain letters has few spellings, and is searched quickly.
 */

/** Once each. */
export function spellingsOf(value: string): Buffer[] {
  const texts = new Set([
    value,
    ...percentSpellings(value),
    ...jsonSpellings(value),
    ...htmlSpellings(value),
    ...base64Spellings(Buffer.from(value)),
  ]);
  const bytes = [
    ...[...texts].map((text) => Buffer.from(text)),
    Buffer.from(value, 'latin1'),
    Buffer.from(value, 'utf16le'),
    Buffer.from(value, 'utf16le').swap16(),
  ];
  return [...new Map(bytes.map((each) => [each.toString('latin1'), each])).values()];
}

function percentSpellings(value: string): string[] {
  const encoded = encodeURIComponent(value);
  return [
    encoded,
    encoded.replace(/%[\dA-F]{2}/g, (hex) => hex.toLowerCase()),
    encoded.replaceAll('%20', '+'),
    encoded.replace(/[!'()*~]/g, (letter) => `%${hexOf(letter).toUpperCase()}`),
  ];
}

/** What is written as `\u0026` inside JSON, besides what JSON itself asks for. */
const escapedInJson: readonly string[] = [
  '', // most
  '<>&', // Go, Rails, Django
  "<>&'", // Jinja
  "<>&'=", // Gson
  `<>&'"`, // PHP, Newtonsoft
  `<>&'"+\``, // .NET
  '<>/', // scripts inside a page
];

function jsonSpellings(value: string): string[] {
  const special = specialIn(value);
  if (special.length === 0) return [];
  const tables = distinct(
    escapedInJson.flatMap((escaped) =>
      hexCases.map((inCase) => (letter: string) => {
        if (escaped.includes(letter)) return escapedAs(letter, inCase);
        return isAscii(letter) ? JSON.stringify(letter).slice(1, -1) : letter;
      }),
    ),
    special,
  );
  const texts = tables.map((table) => value.replace(specialLetters, table));
  const inAscii = hexCases.flatMap((inCase) =>
    texts.map((text) => text.replace(beyondAscii, (letter) => escapedAs(letter, inCase))),
  );
  return [...new Set([...texts, ...inAscii])].flatMap((text) => [
    text,
    text.replaceAll('/', '\\/'),
  ]);
}

/** Each half of a letter beyond the first 65,536 by itself, as JSON does. */
function escapedAs(letter: string, inCase: HexCase): string {
  return letter
    .split('')
    .map((unit) => `\\u${inCase(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`)
    .join('');
}

/** How HTML and XML write what is special there, besides `&amp;`, `&lt;` and `&gt;`. */
const entities: readonly Readonly<Record<string, string>>[] = [
  {},
  { '"': '&quot;' },
  { '"': '&quot;', "'": '&#39;' },
  { '"': '&quot;', "'": '&#039;' }, // PHP
  { '"': '&quot;', "'": '&apos;' }, // XML
  { '"': '&quot;', "'": '&#x27;' }, // Python
  { '"': '&#34;', "'": '&#39;' }, // Jinja, Java
  { '"': '&#34;', "'": '&#x27;' },
  { '"': '&#34;', "'": '&#39;', '+': '&#43;' }, // Go
  { '"': '&quot;', "'": '&#x27;', '+': '&#x2B;' }, // .NET
  { '"': '&quot;', "'": '&#x27;', '`': '&#x60;', '=': '&#x3D;' }, // Handlebars
  { '"': '&quot;', "'": '&#39;', '`': '&#x60;', '=': '&#x3D;', '/': '&#x2F;' }, // Mustache
  { '"': '&quot;', "'": '&#x27;', '/': '&#x2F;' }, // OWASP
];
const everyEntity: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const numericEntities: readonly ((letter: string) => string)[] = [
  (letter) => `&#${letter.codePointAt(0)};`,
  (letter) => `&#x${hexOf(letter)};`,
  (letter) => `&#x${hexOf(letter).toUpperCase()};`,
];

function htmlSpellings(value: string): string[] {
  const special = specialIn(value);
  if (special.length === 0) return [];
  const tables = distinct(
    entities.map((table) => (letter: string) => everyEntity[letter] ?? table[letter] ?? letter),
    special,
  );
  const texts = tables.map((table) => value.replace(specialLetters, table));
  return [
    ...texts,
    ...numericEntities.flatMap((numeric) => [
      ...texts.map((text) => text.replace(beyondAscii, numeric)),
      value.replace(specialLetters, numeric),
    ]),
  ];
}

/** What no library writes in another way is not looked at. */
const specialLetters = /[^\w.~ -]/gu;
const beyondAscii = /[^\0-\x7f]/gu;

function specialIn(value: string): string[] {
  return [...new Set(value.match(specialLetters))];
}

/** Those that differ in these letters: most tables say the same of what a value has. */
function distinct(
  tables: readonly ((letter: string) => string)[],
  letters: readonly string[],
): ((letter: string) => string)[] {
  return [...new Map(tables.map((table) => [letters.map(table).join('\n'), table])).values()];
}

/** The value inside a longer base64 text: its letters depend on how many bytes stand before it, modulo 3. */
function base64Spellings(value: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), value])
      .toString('base64')
      .replaceAll('=', '');
    // The first letters mix with what stands before, the last one with what follows: only the sure middle is searched.
    const skip = before === 0 ? 0 : before + 1;
    const isWhole = (before + value.length) % 3 === 0;
    const sure = text.slice(skip, isWhole ? undefined : -1);
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

type HexCase = (hex: string) => string;
const hexCases: readonly HexCase[] = [(hex) => hex, (hex) => hex.toUpperCase()];

function hexOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16);
}

function isAscii(letter: string): boolean {
  return letter <= '\x7f';
}
