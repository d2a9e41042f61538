import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { builtFields, schemaOfFields } from './built-fields.ts';

const before: JsonSchema = {
  type: 'object',
  properties: {
    email: { type: 'string', format: 'email', title: 'E-mail' },
    when: { type: 'string', format: 'date' },
    company: { type: 'object', properties: { name: { type: 'string' } } },
    tags: { type: 'array', items: { type: 'string' } },
  },
};

describe('a shape built field by field', () => {
  it('shows the fields it has', () => {
    expect(builtFields(before)).toEqual([
      { name: 'email', kind: 'text' },
      { name: 'when', kind: 'date' },
      { name: 'company', kind: 'any' },
      { name: 'tags', kind: 'text-list' },
    ]);
  });

  it('keeps everything about a field that was not touched', () => {
    expect(schemaOfFields(builtFields(before), before).properties).toEqual(before.properties);
  });

  it('takes the new kind of a field and leaves out one without a name', () => {
    expect(
      schemaOfFields(
        [
          { name: 'email', kind: 'number' },
          { name: '', kind: 'text' },
        ],
        before,
      ),
    ).toEqual({
      type: 'object',
      properties: { email: { type: 'number' } },
    });
  });
});
