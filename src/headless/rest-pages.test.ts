import { describe, expect, it } from 'vitest';
import type { Handler } from '../proxy/testing/real-service.ts';
import type { Json } from '../shared/index.ts';
import { sayWording } from '../words/index.ts';
import { runRest } from './testing/one-rest-step.ts';

const people = ['Ada', 'Bob', 'Cem', 'Dora', 'Eva'].map((name, at) => ({ id: at + 1, name }));

/** A service that gives people by two; `says` makes the answer of a page from what is asked for. */
function byTwo(
  says: (
    query: URLSearchParams,
    sent: Json,
  ) => {
    readonly from: number;
    readonly body: (entries: readonly Json[], isLast: boolean) => Json;
    readonly link?: (isLast: boolean) => string;
  },
): Handler {
  return ({ url, body: sent }, response) => {
    const { searchParams } = new URL(url, 'http://service');
    const { from, body, link } = says(searchParams, sent === '' ? {} : (JSON.parse(sent) as Json));
    const entries = people.slice(from, from + 2);
    const isLast = from + 2 >= people.length;
    response.setHeader('content-type', 'application/json');
    if (link !== undefined) response.setHeader('link', link(isLast));
    response.end(JSON.stringify(body(entries, isLast)));
  };
}

const numberOf = (query: URLSearchParams, name: string) => Number(query.get(name) ?? 0);
const asked = (received: readonly { readonly url: string }[]) => received.map(({ url }) => url);

describe('a list that comes in pages', () => {
  it('is read to its end by the address in the answer', async () => {
    const { record, received } = await runRest({
      operation: 'list',
      path: '/people?by=name',
      settings: { paging: 'url', nextAt: 'links.next' },
      answers: byTwo((query) => ({
        from: numberOf(query, 'from'),
        body: (data, isLast) => ({
          data,
          links: { next: isLast ? null : `/people?from=${numberOf(query, 'from') + 2}` },
        }),
      })),
    });
    expect(record.output).toEqual(people);
    expect(record.response?.pages).toBe(3);
    expect(asked(received)).toEqual(['/people?by=name', '/people?from=2', '/people?from=4']);
  });

  it('is read to its end by the header Link', async () => {
    const { record, received } = await runRest({
      operation: 'list',
      path: '/people',
      settings: { paging: 'link' },
      answers: byTwo((query) => ({
        from: numberOf(query, 'from'),
        body: (entries) => entries as Json,
        link: (isLast) =>
          isLast
            ? '</people?from=0>; rel="first"'
            : `</people?from=0>; rel="first", </people?from=${numberOf(query, 'from') + 2}>; title="a, b"; rel="next last"`,
      })),
    });
    expect(record.output).toEqual(people);
    expect(asked(received)).toEqual(['/people', '/people?from=2', '/people?from=4']);
  });

  it('is read to its end by page numbers: to an empty page, to the number of pages, or while the answer says more', async () => {
    const answers = byTwo((query) => ({
      from: (numberOf(query, 'p') - 1) * 2,
      body: (items, isLast) => ({ items, meta: { pages: 3, more: !isLast } }),
    }));
    const numbers = async (settings: Readonly<Record<string, Json>>) => {
      const { record, received } = await runRest({
        operation: 'list',
        path: '/people',
        settings: { paging: 'page', pageName: 'p', ...settings },
        answers,
      });
      return [record.output?.length, asked(received).at(-1)];
    };
    expect(await numbers({})).toEqual([5, '/people?p=4']);
    expect(await numbers({ pagesAt: 'meta.pages' })).toEqual([5, '/people?p=3']);
    expect(await numbers({ moreAt: 'meta.more' })).toEqual([5, '/people?p=3']);
    expect(await numbers({ pagesWanted: 2 })).toEqual([4, '/people?p=2']);
  });

  it('is read to its end by what is skipped: to a page that is not full, or to the number of all', async () => {
    const answers = byTwo((query) => ({
      from: numberOf(query, 'skip'),
      body: (items) => ({ items, total: 5 }),
    }));
    const settings = { paging: 'offset', skipName: 'skip', sizeName: 'take', size: 2 };
    const run = async (more: Readonly<Record<string, Json>>) =>
      runRest({ operation: 'list', path: '/people', settings: { ...settings, ...more }, answers });
    const plain = await run({});
    expect(plain.record.output).toEqual(people);
    expect(asked(plain.received)).toEqual([
      '/people?skip=0&take=2',
      '/people?take=2&skip=2',
      '/people?take=2&skip=4',
    ]);
    expect((await run({ totalAt: 'total' })).record.output).toEqual(people);
  });

  it('is read to its end by a marker, in the address or in what is sent', async () => {
    const inAddress = await runRest({
      operation: 'list',
      path: '/people',
      settings: { paging: 'cursor', cursorAt: 'page.after', cursorName: 'after' },
      answers: byTwo((query) => ({
        from: numberOf(query, 'after'),
        body: (items, isLast) => ({
          items,
          page: isLast ? {} : { after: numberOf(query, 'after') + 2 },
        }),
      })),
    });
    expect(inAddress.record.output).toEqual(people);

    const byLastId = await runRest({
      operation: 'list',
      path: '/people',
      settings: {
        paging: 'cursor',
        cursorAt: 'data[-1].id',
        cursorName: 'starting_after',
        moreAt: 'has_more',
      },
      answers: byTwo((query) => ({
        from: numberOf(query, 'starting_after'),
        body: (data, isLast) => ({ data, has_more: !isLast }),
      })),
    });
    expect(byLastId.record.output).toEqual(people);
    expect(asked(byLastId.received)).toHaveLength(3);

    const sent = await runRest({
      operation: 'list',
      path: '/search',
      settings: {
        method: 'POST',
        paging: 'cursor',
        cursorAt: 'next_cursor',
        cursorName: 'page.start_cursor',
        goesIn: 'body',
        moreAt: 'has_more',
      },
      input: { body: { filter: 'all' } },
      answers: byTwo((_query, body) => {
        const from = Number(
          (body as { page?: { start_cursor?: string } }).page?.start_cursor ?? '0',
        );
        return {
          from,
          body: (results, isLast) => ({
            results,
            has_more: !isLast,
            next_cursor: String(from + 2),
          }),
        };
      }),
    });
    expect(sent.record.output).toEqual(people);
    expect(sent.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { filter: 'all' },
      { filter: 'all', page: { start_cursor: '2' } },
      { filter: 'all', page: { start_cursor: '4' } },
    ]);
  });
});

describe('a list without an end', () => {
  const endless = (body: (asked: number) => Json): Handler => {
    let count = 0;
    return (_request, response) => {
      if (count > 30) throw new Error('asked for ever');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body(count++)));
    };
  };

  it('is noticed where the service does not know the number of the page', async () => {
    const { failure, received } = await runRest({
      operation: 'list',
      path: '/people',
      settings: { paging: 'page', pageName: 'pge' },
      answers: endless(() => ({ items: people })),
    });
    expect(failure && sayWording(failure)).toMatch(
      /^The service gave the same entries again for the next page\. It most likely does not know “pge”\./,
    );
    expect(received).toHaveLength(2);
  });

  it('is noticed where a marker leads back', async () => {
    const { failure, received } = await runRest({
      operation: 'list',
      path: '/people',
      settings: { paging: 'cursor', cursorAt: 'next' },
      answers: endless((at) => ({ items: [{ at }], next: `c${at % 3}` })),
    });
    expect(failure?.code).toBe('failures.next-in-circle');
    expect(received).toHaveLength(4);
  });
});

it('is counted in what is sent, where the service wants that', async () => {
  const answers = byTwo((_query, body) => ({
    from: Number((body as { from?: number }).from),
    body: (hits, isLast) => ({ hits: { hits, more: !isLast } }),
  }));
  const { record, received } = await runRest({
    operation: 'list',
    path: '/_search',
    settings: {
      method: 'POST',
      paging: 'offset',
      skipName: 'from',
      sizeName: 'size',
      size: 2,
      goesIn: 'body',
    },
    input: { body: { q: 'all' } },
    answers,
  });
  expect(record.output).toEqual(people);
  expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { q: 'all', from: 0, size: 2 },
    { q: 'all', from: 2, size: 2 },
    { q: 'all', from: 4, size: 2 },
  ]);
});

it('a setting that is not asked for any more does not count; a field that tells of more must be there', async () => {
  const answers: Handler = ({ url }, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ items: people, next: url.includes('c1') ? null : 'c1' }));
  };
  const run = async (settings: Readonly<Record<string, Json>>) =>
    runRest({ operation: 'list', path: '/people', settings, answers });
  const kept = await run({ method: 'GET', paging: 'cursor', cursorAt: 'next', goesIn: 'body' });
  expect(asked(kept.received)).toEqual(['/people', '/people?cursor=c1']);
  expect((await run({ paging: 'page', moreAt: 'hasMore' })).failure).toMatchObject({
    code: 'failures.paging-flag-missing',
    params: { name: 'hasMore' },
  });
  expect((await run({ paging: 'url' })).failure?.code).toBe('failures.paging-unfinished');
});

describe('where the list is', () => {
  const giving =
    (body: Json): Handler =>
    (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
  const run = (body: Json, list?: string) =>
    runRest({
      operation: 'list',
      path: '/x',
      settings: list === undefined ? {} : { list },
      answers: giving(body),
    });

  it('is found where there is one, and asked for where there are several', async () => {
    expect((await run(people)).record.output).toEqual(people);
    expect((await run({ data: { items: people, tags: 3 } })).record.output).toEqual(people);
    expect((await run({ items: [], errors: [] })).record.output).toEqual([]);
    const { failure } = await run({ items: people, tags: ['a'] });
    expect(failure && sayWording(failure)).toBe(
      'There are several lists in the answer: “items”, “tags”. Say in the settings of this step which one is meant.',
    );
    expect((await run({ items: people, tags: ['a'] }, 'items')).record.output).toEqual(people);
    expect((await run({ id: 1 })).failure?.code).toBe('failures.list-none');
  });

  it('is named where it is elsewhere than said', async () => {
    const { failure } = await run({ items: people }, 'itmes');
    expect(failure && sayWording(failure)).toBe(
      'There is no “itmes” in the answer, but lists in “items”. Correct in the settings of this step where the list is.',
    );
    expect((await run({ total: 0 }, 'items')).record.output).toEqual([]);
  });
});
