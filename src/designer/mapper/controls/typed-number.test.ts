import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedNumber, writeNumber } from './typed-number.ts';

describe('a number as somebody typed it', () => {
  it('is read as the language writes it', () => {
    expect(readTypedNumber('1.234,56', 'de')).toEqual({ value: 1234.56, unsure: false });
    expect(readTypedNumber('1,234.56', 'en')).toEqual({ value: 1234.56, unsure: false });
    expect(readTypedNumber(' 12,5 ', 'de')).toEqual({ value: 12.5, unsure: false });
    expect(readTypedNumber("1'234.5", 'de-CH')).toEqual({ value: 1234.5, unsure: false });
  });

  it('is read as others write it, and says so', () => {
    expect(readTypedNumber('1.234,56', 'en')).toEqual({ value: 1234.56, unsure: true });
    expect(readTypedNumber('12,5', 'en')).toEqual({ value: 12.5, unsure: true });
  });

  it('says how it was understood where the sign could be either', () => {
    expect(readTypedNumber('1.234', 'de')).toEqual({ value: 1234, unsure: true });
    expect(readTypedNumber('1.234', 'en')).toEqual({ value: 1.234, unsure: false });
    expect(readTypedNumber('1,234', 'en')).toEqual({ value: 1234, unsure: true });
  });

  it('keeps all digits of a long whole number', () => {
    expect(readTypedNumber('12345678901234567890', 'en')?.value).toBe(12345678901234567890n);
    expect(writeNumber(12345678901234567890n, 'de')).toBe('12345678901234567890');
  });

  it('is no number when anything else stands in it', () => {
    for (const text of ['', '12 €', 'abc', '1.2.3', '1,2,3', '12e', '--1'])
      expect(readTypedNumber(text, 'de')).toBeUndefined();
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.bigInt()),
        fc.constantFrom('de', 'en', 'fr'),
        (value, locale) => {
          if (typeof value === 'number' && /e/.test(String(value))) return;
          const read = readTypedNumber(writeNumber(value, locale), locale)?.value;
          expect(String(read)).toBe(String(value));
        },
      ),
    );
  });
});
