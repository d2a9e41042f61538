import { afterEach, describe, expect, it, vi } from 'vitest';
import { atHand } from '../../catalog/contract.ts';
import { shippedComponents, shippedTexts } from '../../catalog/testing/shipped.ts';
import { loadCatalog } from './catalog.ts';
import { OtherBuild } from './other-build.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const components = shippedComponents();
const slack = components.find(({ id }) => id === 'catalog:slack');

/** A server that knows these texts; what it was asked. */
function aServer(texts: Readonly<Record<string, object>> | undefined) {
  const asked: (readonly [string, RequestInit | undefined])[] = [];
  const server = { asked, isThere: true, build: 'mine' };
  const answers: Readonly<Record<string, unknown>> = {
    '/api/catalog': components.map(atHand),
    '/api/catalog/catalog%3Aslack': slack,
    '/api/catalog/texts/de': texts,
    '/api/catalog/catalog%3Aslack/texts/de': texts?.['catalog:slack'],
  };
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    asked.push([address, init]);
    const answer = answers[address];
    return answer === undefined || !server.isThere
      ? Promise.reject(new TypeError('gone'))
      : Promise.resolve(Response.json(answer, { headers: { 'Footbridge-Build': server.build } }));
  });
  return server;
}

describe('the catalog of a page', () => {
  it('is asked for in English exactly as the document asks for it ahead, and for nothing else', async () => {
    const { asked } = aServer({});
    const { catalog, writtenCatalog } = await loadCatalog('en');
    expect(asked).toEqual([['/api/catalog', { credentials: 'same-origin' }]]);
    expect(catalog).toBe(writtenCatalog);
    expect(catalog.inWords).toBeUndefined();
  });

  it('is shown in German, and goes into files as it is written', async () => {
    const { asked } = aServer(shippedTexts('de'));
    const { catalog, writtenCatalog } = await loadCatalog('de');
    expect(catalog.component('catalog:router')?.title).toBe('Weiche');
    expect(writtenCatalog.component('catalog:router')?.title).toBe('Router');
    expect(catalog.inWords?.({ title: 'What went wrong' }).title).toBe('Was schiefging');
    expect(asked[0]).toEqual(['/api/catalog', { credentials: 'same-origin' }]);
    expect(asked.map(([address]) => address)).toEqual(['/api/catalog', '/api/catalog/texts/de']);
  });

  it('is shown in English where its German cannot be fetched', async () => {
    aServer(undefined);
    const { catalog, writtenCatalog } = await loadCatalog('de');
    expect(catalog.list.map(({ title }) => title)).toEqual(
      writtenCatalog.list.map(({ title }) => title),
    );
  });

  it('is not taken from a server of another build', async () => {
    const server = aServer({});
    vi.stubGlobal('document', { querySelector: () => ({ getAttribute: () => 'mine' }) });
    expect((await loadCatalog('en')).catalog.list).toHaveLength(components.length);
    server.build = 'newer';
    await expect(loadCatalog('en')).rejects.toBeInstanceOf(OtherBuild);
  });
});

describe('a component that is known by a summary', () => {
  it('can be found and named at once, and used once it is needed, in both forms', async () => {
    const { asked } = aServer(shippedTexts('de'));
    const { catalog, writtenCatalog, needComponents } = await loadCatalog('de');
    expect(catalog.component('catalog:slack')).toBeUndefined();
    expect(catalog.operationSummary('catalog:slack', 'send-message')?.title).toBe(
      'Eine Nachricht senden',
    );

    await needComponents(['catalog:slack', 'catalog:router', 'catalog:unknown']);
    expect(catalog.operation('catalog:slack', 'send-message')?.title).toBe('Eine Nachricht senden');
    expect(writtenCatalog.component('catalog:slack')).toEqual(slack);
    expect(catalog.whole).toContain(catalog.component('catalog:slack'));
    expect(needComponents(['catalog:slack'])).toBeUndefined();
    expect(asked.slice(2).map(([address]) => address)).toEqual([
      '/api/catalog/catalog%3Aslack',
      '/api/catalog/catalog%3Aslack/texts/de',
    ]);
  });

  it('is fetched once for all who need it, and again where that failed', async () => {
    const server = aServer({});
    const { catalog, needComponents } = await loadCatalog('en');
    server.isThere = false;
    const both = [needComponents(['catalog:slack']), needComponents(['catalog:slack'])];
    for (const each of both)
      await expect(each).rejects.toMatchObject({ wording: { code: 'flows.not-fetched' } });
    expect(server.asked).toHaveLength(2);
    server.isThere = true;
    await needComponents(['catalog:slack']);
    expect(catalog.component('catalog:slack')).toEqual(slack);
  });

  it('is not taken from a server of another build: the page has to be loaded again', async () => {
    const server = aServer({});
    vi.stubGlobal('document', { querySelector: () => ({ getAttribute: () => 'mine' }) });
    const { needComponents } = await loadCatalog('en');
    server.build = 'newer';
    await expect(needComponents(['catalog:slack'])).rejects.toMatchObject({
      wording: { code: 'offline.renewed' },
    });
  });
});
