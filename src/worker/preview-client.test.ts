import { describe, expect, it } from 'vitest';
import { fakeClock, field, quiet } from '../runtime/testing/index.ts';
import { createPreviewCommands } from './preview-commands.ts';
import type { CommandTable } from './thread-messages.ts';
import { fakeWorker, type FakeWorker } from './testing/fake-worker.ts';
import { createPreviewClient, type PreviewAsk } from './worker-client.ts';

const asks = (content: PreviewAsk['content']): PreviewAsk => ({
  samples: 's',
  content,
  locale: 'en',
  timeZone: 'UTC',
});

const formula: PreviewAsk['content'] = {
  kind: 'object',
  props: {
    found: { kind: 'formula', lang: 'jsonata', text: '1', refs: {}, result: 'single' },
  },
};

/** `arrives`: when its thread, or with `formulas` what works them out, has come. */
function aPage(
  stuck: () => boolean = () => false,
  arrives: (formulas: boolean) => Promise<unknown> = () => Promise.resolve(),
) {
  const clock = fakeClock();
  const workers: FakeWorker[] = [];
  const client = createPreviewClient(
    () => {
      const table = createPreviewCommands({ now: clock.now, uuid: () => 'id' });
      const isStuck = stuck();
      const worker = fakeWorker((): CommandTable =>
        isStuck
          ? {
              ...table,
              'thread.ready': ({ formulas }: { formulas: boolean }) => arrives(formulas),
              preview: () => new Promise(() => undefined),
            }
          : table,
      );
      workers.push(worker);
      return worker;
    },
    (ms) => clock.sleep(ms),
  );
  return { client, clock, workers };
}

describe('the preview of a mapping', () => {
  it('shows the value for the samples that were given before', async () => {
    const { client } = aPage();
    client.setSamples({ name: 's', sources: { rows: { name: 'Ada' } } });
    expect(await client.preview(asks(field('rows', 'name')))).toEqual({
      kind: 'value',
      value: 'Ada',
      problems: [],
    });
  });

  it('shows what could not be made', async () => {
    const { client } = aPage();
    client.setSamples({ name: 's', sources: { rows: { age: 'old' } } });
    const preview = await client.preview(
      asks({ kind: 'convert', of: field('rows', 'age'), with: [{ name: 'to-number' }] }),
    );
    expect(preview?.problems).toHaveLength(1);
  });

  it('finds in recorded data what the form does not take', async () => {
    const { client } = aPage();
    const target = {
      type: 'object' as const,
      properties: { mail: { type: 'string' as const, format: 'email' } },
    };
    client.setForm({
      name: 'f',
      target,
      sources: [{ from: 'rows', title: 'Rows', schema: { type: 'object' } }],
    });
    client.setRecords({
      name: 'r',
      samples: ['ada@example.com', 'grace(at)example.org'].map((mail, at) => ({
        name: String(at + 1),
        sources: { rows: { mail } },
      })),
    });
    const found = await client.check({
      form: 'f',
      records: 'r',
      binding: { kind: 'object', props: { mail: field('rows', 'mail') } },
      locale: 'en',
      timeZone: 'UTC',
    });
    expect(found?.map(({ path, count, places }) => [path, count, places[0]?.sample])).toEqual([
      [['mail'], 1, '2'],
    ]);
  });

  it('says whether a condition holds', async () => {
    const { client } = aPage();
    client.setSamples({ name: 's', sources: { rows: { age: 20 } } });
    const condition = {
      left: field('rows', 'age'),
      is: 'greater' as const,
      right: { kind: 'literal' as const, value: 18 },
    };
    expect(await client.preview(asks(condition))).toEqual({
      kind: 'condition',
      holds: true,
      problems: [],
    });
  });

  it('is given up after two seconds; the next one has a fresh thread and the same samples', async () => {
    let threads = 0;
    const { client, clock, workers } = aPage(() => threads++ === 0);
    client.setSamples({ name: 's', sources: { rows: { name: 'Ada' } } });
    const slow = client.preview(asks(field('rows', 'name')));
    await clock.advance(2_000);
    expect(await slow).toBeUndefined();
    expect(workers[0]?.isEnded).toBe(true);
    const next = client.preview(asks(field('rows', 'name')));
    await quiet();
    expect(await next).toEqual({ kind: 'value', value: 'Ada', problems: [] });
    expect(workers).toHaveLength(2);
  });

  it.each([
    ['its thread has come', field('rows', 'name'), false],
    ['what works out its formulas has come', formula, true],
  ] as const)('is given its time from when %s', async (_what, content, needed) => {
    let come: () => void = () => undefined;
    const { client, clock, workers } = aPage(
      () => true,
      (formulas) =>
        formulas === needed ? new Promise<void>((done) => (come = done)) : Promise.resolve(),
    );
    const slow = client.preview(asks(content));
    await clock.advance(20_000);
    expect(workers[0]?.isEnded).toBe(false);
    come();
    await clock.advance(1_999);
    expect(workers[0]?.isEnded).toBe(false);
    await clock.advance(1);
    expect(await slow).toBeUndefined();
    expect(workers[0]?.isEnded).toBe(true);
  });

  it('waits for no thread that cannot come, and asks for another one next', async () => {
    const { client, clock, workers } = aPage(
      () => workers.length < 2,
      () => new Promise(() => undefined),
    );
    const refused = client.preview(asks(field('rows', 'name')));
    workers[0]?.crash();
    expect(await refused).toBeUndefined();
    const silent = client.preview(asks(field('rows', 'name')));
    await clock.advance(32_000);
    expect(await silent).toBeUndefined();
    const next = client.preview(asks(field('rows', 'name')));
    await quiet();
    expect(await next).toMatchObject({ kind: 'value' });
  });
});
