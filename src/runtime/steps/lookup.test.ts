import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { aStepThat, outputsOf, refusalOf } from '../testing/one-step.ts';

const list: Json = [
  { id: 7, name: 'Ada', address: { city: 'London' } },
  { id: '8', name: 'Alan', address: { city: 'Wilmslow' } },
  { id: 7, name: 'Twin' },
];
const given = (key: Json, settings: Record<string, Json> = {}) => ({
  fields: { list, key },
  settings: { field: 'id', ...settings },
});
const nameOf = async (key: Json, settings: Record<string, Json> = {}) =>
  ((await outputsOf('lookup/find', given(key, settings)))[0] as { name?: string }).name;

describe('Lookup', () => {
  it('gives the first entry with the same value, as number or as text', async () => {
    expect(await nameOf(7)).toBe('Ada');
    expect(await nameOf('7')).toBe('Ada');
    expect(await nameOf(8)).toBe('Alan');
  });

  it('looks into groups by names with a dot', async () => {
    expect(await nameOf('Wilmslow', { field: 'address.city' })).toBe('Alan');
  });

  it('does with a message that has no entry what the person chose', async () => {
    expect(await refusalOf('lookup/find', given(9))).toEqual({
      code: 'steps.lookup-nothing',
      key: '9',
    });
    expect(await outputsOf('lookup/find', given(9, { otherwise: 'empty' }))).toEqual([{}]);
    expect((await aStepThat('lookup/find', given(9, { otherwise: 'drop' })).run()).state).toBe(
      'dropped',
    );
  });

  it('says when there is nothing to look for, no list, or no such field in it', async () => {
    expect((await refusalOf('lookup/find', given(null))).code).toBe('steps.lookup-no-key');
    expect((await refusalOf('lookup/find', given(''))).code).toBe('steps.lookup-no-key');
    expect((await refusalOf('lookup/find', { fields: { key: 1 } })).code).toBe('steps.not-a-list');
    expect(await refusalOf('lookup/find', given(7, { field: 'ID' }))).toEqual({
      code: 'steps.lookup-no-field',
      name: 'ID',
    });
  });

  it('finds nothing in an empty list', async () => {
    const empty = { fields: { list: [], key: 1 }, settings: { field: 'id' } };
    expect((await refusalOf('lookup/find', empty)).code).toBe('steps.lookup-nothing');
  });

  it('reads a long list once for all messages', async () => {
    const long: Json = Array.from({ length: 50_000 }, (_, id) => ({ id, name: `n${String(id)}` }));
    const step = aStepThat('lookup/find', {
      input: {
        kind: 'object',
        props: {
          list: { kind: 'ref', from: 'rows', path: [] },
          key: { kind: 'literal', value: 49_999 },
        },
      },
      settings: { field: 'id' },
      sources: { rows: long },
    });
    for (let message = 0; message < 2_000; message++) expect((await step.run()).state).toBe('done');
  });

  it('keeps the whole list out of the record of each message', async () => {
    const outcome = await aStepThat('lookup/find', given(7)).run();
    expect(outcome.input).toEqual({ key: 7 });
  });
});
