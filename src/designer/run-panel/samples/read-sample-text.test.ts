import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { readSampleText } from './read-sample-text.ts';

const customer: JsonSchema = {
  type: 'object',
  properties: { email: { type: 'string', title: 'Email' }, age: { type: 'integer' } },
  required: ['email'],
};
const found = (text: string, schema?: JsonSchema) => {
  const { messages, misfits } = readSampleText(text, schema);
  return { messages, misfits: misfits.map(({ line, what }) => `${String(line)} ${what.code}`) };
};

describe('a sample written by hand', () => {
  it('is one message, or several in a list', () => {
    expect(found('{ "email": "a@b.c" }', customer)).toEqual({
      messages: [{ email: 'a@b.c' }],
      misfits: [],
    });
    expect(found('[{ "email": "a@b.c" }, { "email": "d@e.f" }]', customer).messages).toHaveLength(
      2,
    );
    expect(found('5').messages).toEqual([5]);
  });

  it('is one list where the step gives lists', () => {
    expect(found('[1, 2]', { type: 'array', items: { type: 'integer' } }).messages).toEqual([
      [1, 2],
    ]);
  });

  it('says on which line it cannot be read', () => {
    expect(found('{\n  "email": "a"\n  "age": 1\n}')).toEqual({
      messages: undefined,
      misfits: ['3 samples.not-json'],
    });
  });

  it('says line by line what does not fit what the step gives', () => {
    const { messages, misfits } = readSampleText(
      '[\n  { "email": 5 },\n  { "age": 3 }\n]',
      customer,
    );
    expect(messages).toHaveLength(2);
    expect(misfits.map(({ line }) => line)).toEqual([2, 3]);
    expect(misfits.every(({ what }) => what.code.startsWith('mapping.'))).toBe(true);
  });

  it('is nothing when the list is empty or too long', () => {
    expect(found('[]').misfits).toEqual(['1 samples.none-written']);
    expect(found(JSON.stringify(Array.from({ length: 501 }, () => 1))).misfits).toEqual([
      '1 samples.too-many',
    ]);
  });
});
