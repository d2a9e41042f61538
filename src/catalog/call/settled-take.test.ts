import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { anOperation, answered, asHttpRequest, planned } from '../testing/a-call.ts';
import { takeAnswer } from './take-answer.ts';

const operation = anOperation(
  {
    take: {
      messages: { at: '/list' },
      next: {
        from: '/paging',
        table: {
          page: { by: 'page', parameter: { at: '/parameter' }, first: { at: '/firstPage' } },
          cursor: {
            by: 'cursor',
            at: { at: '/cursorAt' },
            into: '/variables/after',
            more: '/more',
          },
        },
      },
    },
  },
  { emits: 'many' },
);

function taken(settings: Readonly<Record<string, Json>>, body: Json, sent?: Json) {
  const planned_ = planned(operation, {}, settings);
  const request =
    sent === undefined ? planned_ : { ...planned_, body: { as: 'json' as const, value: sent } };
  const read = takeAnswer({ operation, request, answer: answered(200, body) });
  if (!read.ok) throw new Error(read.reason.code);
  const { messages, next } = read.value;
  return { messages, next: next === undefined ? undefined : asHttpRequest(next) };
}

describe('where settings say where messages are', () => {
  it('are the entries of a list, what is in each of them, or the one thing that is there', () => {
    expect(taken({ list: '/a' }, { a: [{ id: 1 }, { id: 2 }] }).messages).toHaveLength(2);
    expect(
      taken({ list: '/a/*/b' }, { a: [{ b: { id: 1 } }, null, { b: null }] }).messages,
    ).toEqual([{ id: 1 }]);
    expect(taken({ list: '/a' }, { a: { id: 1 } }).messages).toEqual([{ id: 1 }]);
    expect(taken({ list: '/a' }, { a: null }).messages).toEqual([]);
    expect(taken({}, { id: 1 }).messages).toEqual([{ id: 1 }]);
  });
});

describe('a way of paging that the person chooses', () => {
  it('is none until it is chosen, and nothing is sent while what it needs is missing', () => {
    expect(planned(operation, {}, {}).query).toEqual([]);
    expect(taken({ list: '/a' }, { a: [{}] }).next).toBeUndefined();
    expect(() => planned(operation, {}, { list: '/a', paging: 'page' })).toThrow(
      'failures.paging-unfinished',
    );
  });

  it('counts pages under the name that the service has for them', () => {
    const settings = { list: '/a', paging: 'page', parameter: 'p', firstPage: 0 };
    expect(planned(operation, {}, settings).query).toEqual([['p', '0']]);
    expect(taken(settings, { a: [{}] }).next?.query).toEqual([['p', '1']]);
    expect(taken(settings, { a: [] }).next).toBeUndefined();
  });

  it('puts a cursor into the body, beside what is there, until nothing follows', () => {
    const settings = { list: '/a', paging: 'cursor', cursorAt: '/end' };
    const sent = { query: 'q', variables: { status: 'new' } };
    const body = (end: Json, more: boolean) => ({ a: [{}], end, more });
    expect(taken(settings, body('c-3', true), sent).next?.body?.value).toEqual({
      query: 'q',
      variables: { status: 'new', after: 'c-3' },
    });
    expect(taken(settings, body('c-3', true), { query: 'q' }).next?.body?.value).toEqual({
      query: 'q',
      variables: { after: 'c-3' },
    });
    expect(taken(settings, body('c-3', false), sent).next).toBeUndefined();
    expect(taken(settings, body(null, true), sent).next).toBeUndefined();
  });

  it('that leads back to the same page is a failure', () => {
    const settings = { list: '/a', paging: 'cursor', cursorAt: '/end' };
    const sent = { variables: { after: 'c-3' } };
    expect(() => taken(settings, { a: [{}], end: 'c-3', more: true }, sent)).toThrow(
      'failures.next-in-circle',
    );
  });
});
