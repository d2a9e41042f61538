import { describe, expect, it } from 'vitest';
import { isTamePattern, mostTried } from './tame-pattern.ts';
import { processorMs } from '../testing/processor-ms.ts';

describe('a pattern can be tried at once', () => {
  it.each([
    '^[a-z0-9]+(-[a-z0-9]+)*$',
    '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
    '^[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+$',
    '^[A-Z]{2}\\d{2}[A-Z0-9]{1,30}$',
    '^\\+?[1-9]\\d{1,14}$',
    '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?)?$',
    '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
    '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$',
    '^https?://[^\\s/]+(/.*)?$',
    '^(?=.*[A-Z])(?=.*[a-z])(?=.*\\d).{8,}$',
    '^#?([a-f0-9]{6}|[a-f0-9]{3})$',
    '^(open|closed|on-hold)(,(open|closed|on-hold))*$',
    '^\\s*\\d+(\\.\\d+)?\\s*$',
    '^[\\p{L}\\s-]{2,40}$',
    'ORD-\\d+',
    '^.*foo.*bar$',
    '^DE\\d{9}$|^FR[A-Z0-9]{2}\\d{9}$',
    '^(([a-z]+):)?//?[a-z0-9]+$',
  ])('%s', (pattern) => {
    expect(isTamePattern(pattern)).toBe(true);
  });
});

describe('a pattern is not tried', () => {
  it.each([
    '^(a+)+$',
    '^(a*)*$',
    '^(a|a)+$',
    '^(a|ab)*c$',
    '^(\\w+\\s?)*$',
    '^(.*,){11}P',
    '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
    '^a*a*a*a*b$',
    '[a-z]+[a-z0-9]+x',
    '^(ab|a|b)*c$',
    '^x|(y+)+z',
    '^(a?b?)*c$',
    `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
    '^(?=(a+)+$)',
    '^(a{1,30}){1,30}$',
    '(a+)\\1+$',
    '^(é+|\\u00e9+)+$',
    '^([^]+)+x$',
  ])('%s', (pattern) => {
    expect(isTamePattern(pattern)).toBe(false);
  });
});

it('ends soon for every tame pattern on the longest text', () => {
  const texts = ['a', '1', ' ', 'foo', 'a-', '1.', 'a@', '.a'].map(
    (part) => `${part.repeat(mostTried).slice(0, mostTried - 1)}!`,
  );
  const tame = ['^.*foo.*bar$', '[a-z]+x', '^[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+$'];
  const start = processorMs();
  for (const pattern of tame) for (const text of texts) new RegExp(pattern, 'u').test(text);
  expect(tame.every(isTamePattern)).toBe(true);
  expect(processorMs(start)).toBeLessThan(2000);
});
