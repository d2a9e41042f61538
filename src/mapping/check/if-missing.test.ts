import { describe, expect, it } from 'vitest';
import type { Binding } from '../index.ts';
import { check, codes } from '../testing/customer-field.ts';
import { text, ref } from '../testing/few-words.ts';

describe('another value when it is missing', () => {
  it('is checked where it stands', () => {
    const binding: Binding = {
      kind: 'ref',
      from: 's1',
      path: ['nickname'],
      ifMissing: { use: { kind: 'convert', of: ref('address'), with: [{ name: 'upper' }] } },
    };
    const problems = check(text, binding);
    expect(codes(problems)).toEqual(['conversion-does-not-fit error']);
    expect(problems[0]?.fixes[0]?.binding).toEqual({
      ...binding,
      ifMissing: { use: ref('address') },
    });
  });

  it('counts as a value of the field', () => {
    const binding: Binding = {
      kind: 'ref',
      from: 's1',
      path: ['nickname'],
      ifMissing: { use: ref('tags') },
    };
    expect(codes(check(text, binding))).toEqual(['list-into-single error']);
  });
});
