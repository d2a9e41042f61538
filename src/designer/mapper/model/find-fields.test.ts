import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { findFields, isShown } from './find-fields.ts';

const form: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    home: {
      type: 'object',
      title: 'Address',
      properties: { zip: { type: 'string', title: 'Post code' } },
    },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { zipFrom: { type: 'string' } } },
    },
  },
};

describe('looking for fields', () => {
  it('finds by label and by key, inside groups and lists', () => {
    expect([...(findFields(form, 'ZIP') ?? [])]).toEqual([
      ['["home","zip"]', 'itself'],
      ['["home"]', 'inside'],
      ['["lines",0,"zipFrom"]', 'itself'],
      ['["lines",0]', 'inside'],
      ['["lines"]', 'inside'],
    ]);
  });

  it('shows all of a group that was found itself', () => {
    const found = findFields(form, 'address');
    expect(isShown(['home', 'zip'], found)).toBe(true);
    expect(isShown(['name'], found)).toBe(false);
    expect(isShown(['name'], undefined)).toBe(true);
  });

  it('counts every card of a list as one place', () => {
    expect(isShown(['lines', 3, 'zipFrom'], findFields(form, 'zip'))).toBe(true);
  });

  it('ends in a form without an end', () => {
    const endless: JsonSchema = {
      type: 'object',
      properties: { name: { type: 'string' }, child: { $ref: '#' }, other: { $ref: '#' } },
    };
    expect(findFields(endless, 'name')?.size).toBeLessThanOrEqual(5_000);
  });
});
