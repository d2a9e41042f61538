import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBinding, nothing, type Binding } from '../../../mapping/index.ts';
import { anyBinding } from './testing/any-binding.ts';
import { convertMode, modeOf, type Mode } from './mode.ts';

const email: Binding = { kind: 'ref', from: 'crm', path: ['email'] };
const status: Binding = { kind: 'ref', from: 'crm', path: ['status'] };
const words = (value: string): Binding => ({ kind: 'literal', value });
const greeting: Binding = { kind: 'text', parts: ['Dear ', email, '!'] };
const table: Binding = {
  kind: 'table',
  on: status,
  rows: [{ equals: 'a', then: words('x') }],
  otherwise: words('z'),
};

describe('the mode of a binding', () => {
  it('is that of what a conversion converts', () => {
    expect(modeOf({ kind: 'convert', of: email, with: [{ name: 'upper' }] })).toBe('data');
    expect(modeOf({ kind: 'convert', of: table, with: [{ name: 'upper' }] })).toBe('table');
  });

  it('is "leave out" where nothing is made', () => {
    expect(modeOf(undefined)).toBe('leave-out');
    expect(modeOf(nothing)).toBe('leave-out');
  });
});

describe('a change of mode', () => {
  it('keeps what was there as the otherwise of a table, so that nothing else comes out until there are rows', () => {
    expect(convertMode(email, 'table')).toEqual({
      binding: { kind: 'table', on: email, rows: [], otherwise: email },
    });
    expect(convertMode(words('Hi'), 'table').binding).toMatchObject({ otherwise: words('Hi') });
  });

  it('makes the first branch of what was there, with a condition that does not hold yet', () => {
    const { binding } = convertMode(greeting, 'when');
    expect(binding).toMatchObject({ kind: 'when', branches: [{ then: greeting }] });
    expect(evaluate(binding, { crm: { email: 'a@b.c' } })).toBeUndefined();
  });

  it('writes a value, data and a text with fields as a formula', () => {
    expect(convertMode(words('say "hi"'), 'formula').binding).toMatchObject({
      text: '"say \\"hi\\""',
    });
    expect(convertMode(email, 'formula').binding).toMatchObject({
      text: '$email',
      refs: { email },
    });
    expect(
      convertMode({ kind: 'text', parts: ['Dear ', email, ' ', email, status] }, 'formula'),
    ).toEqual({
      binding: {
        kind: 'formula',
        lang: 'jsonata',
        text: '"Dear " & $email & " " & $email & $status',
        refs: { email, status },
        result: 'single',
      },
    });
  });

  it('says that a formula would lose the digits of a long number', () => {
    const change = convertMode({ kind: 'literal', value: 12345678901234567890n }, 'formula');
    expect(change.lost).toEqual({
      code: 'fill.lost-fixed',
      params: { value: '12345678901234567890' },
    });
  });

  it('takes the data out of a formula and out of a text that hold nothing else', () => {
    const formula: Binding = {
      kind: 'formula',
      lang: 'jsonata',
      text: ' $a ',
      refs: { a: { kind: 'ref', from: 'crm', path: ['email'] } },
      result: 'single',
    };
    expect(convertMode(formula, 'data')).toEqual({ binding: email });
    expect(convertMode({ kind: 'text', parts: [email] }, 'data')).toEqual({ binding: email });
    expect(convertMode(greeting, 'data').lost?.code).toBe('fill.lost-text');
  });

  it('puts a table into a text as one of its fields', () => {
    expect(convertMode(table, 'text')).toEqual({ binding: { kind: 'text', parts: [table] } });
  });

  it('writes a number into a text digit for digit', () => {
    expect(convertMode({ kind: 'literal', value: 12345678901234567890n }, 'text').binding).toEqual(
      words('12345678901234567890'),
    );
  });

  it('keeps the one value that an "only if" has, and says that its condition goes', () => {
    const when = convertMode(words('Hi'), 'when').binding;
    expect(convertMode(when, 'fixed')).toEqual({
      binding: words('Hi'),
      lost: { code: 'fill.lost-when', params: { count: 1 } },
    });
  });

  it('takes a group and a list that were typed apart into their fields and entries', () => {
    expect(convertMode({ kind: 'literal', value: { a: 1 } }, 'fields').binding).toEqual({
      kind: 'object',
      props: { a: { kind: 'literal', value: 1 } },
    });
    expect(convertMode({ kind: 'literal', value: ['x'] }, 'entries').binding).toEqual({
      kind: 'list',
      parts: [{ item: words('x') }],
    });
  });

  it('loses nothing of an empty field, whatever is chosen', () => {
    const all: readonly Mode[] = [
      'fixed',
      'data',
      'text',
      'table',
      'when',
      'formula',
      'fields',
      'entries',
    ];
    for (const mode of all) {
      expect(convertMode(undefined, mode).lost).toBeUndefined();
      expect(convertMode(words(''), mode).lost).toBeUndefined();
    }
  });

  it('holds every piece of the old binding wherever it says that nothing is lost', () => {
    fc.assert(
      fc.property(
        anyBinding,
        fc.constantFrom<Mode>('data', 'text', 'table', 'when'),
        (binding, to) => {
          const change = convertMode(binding, to);
          if (change.lost !== undefined || binding === undefined) return;
          const made = JSON.stringify(change.binding, digits);
          for (const word of wordsIn(binding)) expect(made).toContain(word);
        },
      ),
    );
  });
});

function evaluate(binding: Binding | undefined, sources: Record<string, { email: string }>) {
  const context = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => '' };
  const made = compileBinding(binding ?? nothing).evaluate(sources, context);
  return made instanceof Promise ? 'later' : made.value;
}

/** What the person typed and picked: every text and path of a binding, as it is written. */
function wordsIn(binding: Binding): readonly string[] {
  if (binding.kind === 'ref') return [JSON.stringify(binding.path, digits)];
  if (binding.kind !== 'text') return [];
  return binding.parts.flatMap((part) =>
    typeof part === 'string' ? [JSON.stringify(part).slice(1, -1)] : wordsIn(part),
  );
}

function digits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
