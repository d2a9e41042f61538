import { describe, expect, it } from 'vitest';
import { sayWording } from '../../../words/index.ts';
import { fitOf, type Fit } from './field-fit.ts';

const source = {
  from: 'crm',
  title: 'CRM',
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      address: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      tags: { type: 'array', items: { type: 'string' } },
      age: { type: 'integer' },
    },
    required: ['name', 'address', 'tags', 'age'],
  },
} as const;
const fit = (key: string, schema: object): Fit =>
  fitOf({ from: 'crm', path: [key] }, { label: 'Wanted', schema, scope: [] }, {}, [source]);

describe('whether a field can take data', () => {
  it('fits where the kinds are the same', () => {
    expect(fit('name', { type: 'string' })).toEqual({ kind: 'fits' });
    expect(fit('age', { type: 'number' })).toEqual({ kind: 'fits' });
    expect(fit('age', {})).toEqual({ kind: 'fits' });
  });

  it('converts where there is a way, and says what is in between', () => {
    const found = fit('tags', { type: 'string' });
    expect(found.kind).toBe('converts');
    expect(found.kind === 'converts' && sayWording(found.reason)).toContain('Wanted');
  });

  it('is impossible where there is none', () => {
    expect(fit('address', { type: 'boolean' }).kind).toBe('impossible');
  });
});
