import { describe, expect, it } from 'vitest';
import { checkBinding, type Binding } from '../index.ts';
import { codes } from '../testing/found-customer.ts';

describe('one sign for two things', () => {
  it.each(['format-number', 'to-number'] as const)(
    'is refused in %s, with another one offered',
    (name) => {
      const signs = { decimal: '.', thousands: '.' } as const;
      const conversion = name === 'to-number' ? { name, ...signs } : { name, digits: 2, ...signs };
      const of: Binding = { kind: 'literal', value: '1' };
      const target = { type: name === 'to-number' ? 'number' : 'string' } as const;
      const [problem, ...more] = checkBinding(
        { kind: 'convert', of, with: [conversion] },
        target,
        [],
      );
      expect(problem?.code).toBe('mapping.signs-equal');
      expect(more).toEqual([]);
      const mended = problem?.fixes[0]?.binding;
      expect(checkBinding(mended, target, [])).toEqual([]);
    },
  );
});

describe('a pattern to read dates by', () => {
  it.each([
    ['DD.MM', ['pattern-open']],
    ['[Day] MM/YYYY', ['pattern-open']],
    ['HH:mm', ['pattern-open']],
    ['D. MMM YY', []],
    ['X', []],
  ])('%s: %j', (format, expected) => {
    const of: Binding = { kind: 'literal', value: '1' };
    const binding: Binding = { kind: 'convert', of, with: [{ name: 'to-date', format }] };
    expect(codes(checkBinding(binding, { type: 'string', format: 'date' }, []))).toEqual(expected);
  });
});
