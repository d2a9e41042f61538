import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withheld, withholderOf } from './withhold.ts';

const names = ['auth_token', 'secret'];
const never = (): void => {
  throw new Error('it is no JSON');
};
const without = (text: string): string => withheld(Buffer.from(text), names, never).toString();
const inPieces = (bytes: Buffer, cuts: readonly number[]): string => {
  const withholder = withholderOf(names, never);
  const places = [0, ...[...cuts].sort((one, other) => one - other), bytes.length];
  return Buffer.concat(
    places
      .slice(1)
      .map((to, at) => withholder?.push(bytes.subarray(places[at], to)) ?? Buffer.of()),
  ).toString();
};

it.each([
  ['{"auth_token":"k"}', '{"auth_token":"********"}'],
  ['[{"a":1,"auth_token" : "k","b":2}]', '[{"a":1,"auth_token" : "********","b":2}]'],
  ['{"secret":12}', '{"secret":"********"}'],
  ['{"secret":null,"a":1}', '{"secret":"********","a":1}'],
  ['{"secret":12 , "a":1}', '{"secret":"********" , "a":1}'],
  ['{"secret":["k",{"x":"]"}],"a":1}', '{"secret":"********","a":1}'],
  ['{"secret":{"value":"}\\"k"},"a":{"b":1}}', '{"secret":"********","a":{"b":1}}'],
  ['{"secret":"a\\\\","b":"c\\"k"}', '{"secret":"********","b":"c\\"k"}'],
  ['{"auth\\u005ftoken":"k"}', '{"auth\\u005ftoken":"********"}'],
  [
    `{"${'auth_token'.replace(/./g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)}":"k"}`,
    undefined,
  ],
  ['\ufeff\n {"secret":"k"}', '\ufeff\n {"secret":"********"}'],
  ['{"secret":"k","secret":"l"}', '{"secret":"********","secret":"********"}'],
] as const)('a field that is withheld has a mark in place of its value: %s', (text, seen) => {
  const shown = without(text);
  if (seen !== undefined) expect(shown).toBe(seen);
  expect(shown).not.toMatch(/[^\\]"[kl]"/);
  if (!text.startsWith('\ufeff')) expect(() => JSON.parse(shown) as unknown).not.toThrow();
});

it.each([
  '{"auth_tokens":"k","text":"auth_token","a":["secret",":"],"b":{"s":"\\"secret\\":1"}}',
  '{"text":"\\u0000"}',
  '',
  ' \n',
])('everything else stays as it came: %s', (text) => {
  expect(without(text)).toBe(text);
});

it.each([
  ['a part', Buffer.from('en":1,"secret":"k"}')],
  ['a script', Buffer.from('callback({"secret":"k"})')],
  ['a guard in front', Buffer.from(')]}\',\n{"secret":"k"}')],
  ['XML', Buffer.from('<a secret="k">"secret":"k"</a>')],
  ['an event stream', Buffer.from('data: {"secret":"k"}')],
  ['a number first', Buffer.from('1\n{"secret":"k"}')],
  ['a text first', Buffer.from('"k"')],
  ['UTF-16', Buffer.from('{"secret":"k"}', 'utf16le')],
  ['UTF-16 with its mark', Buffer.from('\ufeff{"secret":"k"}', 'utf16le')],
])('of what is no JSON nothing is seen, and that is told once: %s', (_name, bytes) => {
  let told = 0;
  const withholder = withholderOf(names, () => (told += 1));
  const seen = [bytes.subarray(0, 5), bytes.subarray(5)].map((part) => withholder?.push(part));
  expect(Buffer.concat(seen.map((part) => part ?? bytes)).toString()).toMatch(/^\{?$/);
  expect(told).toBe(1);
});

it('nothing is withheld where no name is said', () => {
  expect(withheld(Buffer.from('{"secret":1}'), [], never).toString()).toBe('{"secret":1}');
});

it('no value gets through, whatever is beside it and wherever the network cuts', () => {
  const any = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('', 'a"b', '\\', '}]', 'ü', ':', 'secret'),
      fc.integer(),
      fc.constantFrom(true, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('a', 'b"', '\\secret', ...names, ...names.map((name) => `§${name}`)),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value;
  /** Names behind a § get escapes, as JSON allows them. */
  const written = (value: unknown, space: number): string =>
    JSON.stringify(value, undefined, space).replace(/"§(\w+)":/g, (_all, name: string) => {
      const spelled = name.replace(
        /[aet_]/g,
        (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`,
      );
      return `"${spelled}":`;
    });
  const masked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        names.includes(name.replace('§', '')) ? '********' : masked(each),
      ]),
    );
  };
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 4 }),
      fc.constantFrom(0, 2),
      fc.array(fc.nat(400), { maxLength: 6 }),
      (value, space, cuts) => {
        const bytes = Buffer.from(written(value, space));
        const shown = inPieces(
          bytes,
          cuts.map((cut) => Math.min(cut, bytes.length)),
        );
        expect(shown).toBe(written(masked(value), space));
      },
    ),
    { seed: 7, numRuns: 400 },
  );
});
