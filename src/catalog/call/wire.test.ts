import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../shared/index.ts';
import { fromWire, toWire } from './wire.ts';

const field = (wire: unknown, more: JsonSchema = {}): JsonSchema =>
  ({ ...more, wire }) as unknown as JsonSchema;
const group = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({ properties });

describe('values on their way to a service and back', () => {
  it.each<[string, unknown, JsonSchema, Json, Json]>([
    ['seconds', 'unix-seconds', {}, '2026-01-31T09:30:00Z', 1_769_851_800],
    ['a day in seconds', 'unix-seconds', { format: 'date' }, '2026-01-31', 1_769_817_600],
    ['milliseconds', 'unix-milliseconds', {}, '2026-01-31T09:30:00.250Z', 1_769_851_800_250],
    ['between slashes', 'slashed-date', {}, '2026-01-31T09:30:00Z', '/Date(1769851800000+0000)/'],
    ['an offset', 'offset-date-time', {}, '2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000+0000'],
    ['of mail', 'mail-date', {}, '2026-01-31T09:30:00Z', 'Sat, 31 Jan 2026 09:30:00 +0000'],
    ['a number as text', 'number-text', {}, 12.5, '12.5'],
    ['a list as text', 'comma-list', {}, ['a', 'b'], 'a,b'],
    ['euros', { minorUnits: 'EUR' }, {}, 19.99, 1999],
    ['yen', { minorUnits: 'JPY' }, {}, 500, 500],
    ['dinars', { minorUnits: 'KWD' }, {}, 1.234, 1234],
    ['krónur of who counts in two', { minorUnits: 'ISK', digits: { ISK: 2 } }, {}, 5, 500],
  ])('are turned: %s', (_title, wire, more, ours, theirs) => {
    const schema = group({ at: field(wire, more) });
    expect(toWire({ at: ours }, schema)).toEqual({ ok: true, value: { at: theirs } });
    expect(fromWire({ at: theirs }, schema)).toEqual({ at: ours });
  });

  it('have the currency that stands beside them, in lists and groups too', () => {
    const price = group({ amount: field({ minorUnits: 'currency' }), currency: {} });
    const schema = group({ lines: { items: price } });
    const ours = {
      lines: [
        { amount: 1.5, currency: 'eur' },
        { amount: 2, currency: 'jpy' },
      ],
    };
    const theirs = {
      lines: [
        { amount: 150, currency: 'eur' },
        { amount: 2, currency: 'jpy' },
      ],
    };
    expect(toWire(ours, schema)).toEqual({ ok: true, value: theirs });
    expect(fromWire(theirs, schema)).toEqual(ours);
  });

  it('are the same moment on every host where nobody says a zone', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const seconds = group({ at: field('unix-seconds') });
      for (const text of ['2026-01-31T09:30:00', '2026-01-31 09:30', '2026-01-31T10:30+0100'])
        expect(toWire({ at: text }, seconds)).toEqual({ ok: true, value: { at: 1_769_851_800 } });
      const day = group({ at: field('slashed-date', { format: 'date' }) });
      expect(fromWire({ at: '2026-01-31T20:00:00' }, day)).toEqual({ at: '2026-01-31' });
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it.each(['01/02/2026', '5', '2026', 'Jan 5', '2026-02-31T25:00:00Z'])(
    'are refused where they could be another time: %s',
    (text) => {
      expect(toWire({ at: text }, group({ at: field('unix-seconds') })).ok).toBe(false);
    },
  );

  it('are whole amounts to the last coin', () => {
    const euros = group({ at: field({ minorUnits: 'EUR' }) });
    expect(toWire({ at: 1_234_567_890.12 }, euros)).toEqual({
      ok: true,
      value: { at: 123_456_789_012 },
    });
    expect(toWire({ at: 4.35 }, euros)).toEqual({ ok: true, value: { at: 435 } });
    expect(toWire({ at: 4.355 }, euros).ok).toBe(false);
  });

  it('keep every digit of a number that is a text', () => {
    const schema = group({ at: field('number-text') });
    expect(fromWire({ at: '9007199254740993' }, schema)).toEqual({ at: 9007199254740993n });
    expect(fromWire({ at: '0x10' }, schema)).toEqual({ at: '0x10' });
    expect(fromWire({ at: '-0.5' }, schema)).toEqual({ at: -0.5 });
  });

  it('are refused at their field where they cannot be sent as meant', () => {
    const schema = group({ price: field({ minorUnits: 'EUR' }), when: field('unix-seconds') });
    expect(toWire({ price: 0.005, when: 'soon' }, schema)).toMatchObject({
      ok: false,
      reason: {
        code: 'failures.wire-value',
        fields: [
          { path: ['price'], value: 0.005 },
          { path: ['when'], value: 'soon' },
        ],
      },
    });
  });

  it('stay as they came where nothing says otherwise, or they are of another kind', () => {
    const plain = { a: 1 };
    expect(fromWire(plain, group({ a: {} }))).toBe(plain);
    expect(fromWire({ at: 'never' }, group({ at: field('unix-seconds') }))).toEqual({
      at: 'never',
    });
    expect(fromWire({ at: null }, group({ at: field('unix-seconds') }))).toEqual({ at: null });
  });
});
