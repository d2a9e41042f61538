import { afterEach, describe, expect, it, vi } from 'vitest';
import { shippedComponents, shippedTexts } from '../../catalog/testing/shipped.ts';
import { loadCatalog, OtherBuild } from './catalog.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const components = shippedComponents();

/** A server that knows these texts; what it was asked. */
function aServer(texts: unknown): readonly (readonly [string, RequestInit | undefined])[] {
  const asked: (readonly [string, RequestInit | undefined])[] = [];
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    asked.push([address, init]);
    if (address === '/api/catalog') return Promise.resolve(Response.json(components));
    return texts === undefined
      ? Promise.reject(new TypeError('gone'))
      : Promise.resolve(Response.json(texts));
  });
  return asked;
}

describe('the catalog of a page', () => {
  it('is asked for in English exactly as the document asks for it ahead, and for nothing else', async () => {
    const asked = aServer({});
    const { shown, written, inWords } = await loadCatalog('en');
    expect(asked).toEqual([['/api/catalog', { credentials: 'same-origin' }]]);
    expect(shown).toBe(written);
    expect(inWords).toBeUndefined();
  });

  it('is shown in German, and goes into files as it is written', async () => {
    const asked = aServer(shippedTexts('de'));
    const { shown, written, inWords } = await loadCatalog('de');
    const router = (all: typeof shown) => all.find(({ id }) => id === 'catalog:router');
    expect(router(shown)?.title).toBe('Weiche');
    expect(router(written)?.title).toBe('Router');
    expect(inWords?.({ title: 'What went wrong' }).title).toBe('Was schiefging');
    expect(asked[0]).toEqual(['/api/catalog', { credentials: 'same-origin' }]);
    expect(asked.map(([address]) => address)).toEqual(['/api/catalog', '/api/catalog/texts/de']);
  });

  it('is shown in English where its German cannot be fetched', async () => {
    aServer(undefined);
    const { shown, written } = await loadCatalog('de');
    expect(shown.map(({ title }) => title)).toEqual(written.map(({ title }) => title));
  });

  it('is not taken from a server of another build', async () => {
    const answerOf = (build: string) => () =>
      Promise.resolve(Response.json([], { headers: { 'Footbridge-Build': build } }));
    vi.stubGlobal('document', { querySelector: () => ({ getAttribute: () => 'mine' }) });
    vi.stubGlobal('fetch', answerOf('mine'));
    expect((await loadCatalog('en')).written).toEqual([]);
    vi.stubGlobal('fetch', answerOf('newer'));
    await expect(loadCatalog('en')).rejects.toBeInstanceOf(OtherBuild);
  });
});
