import {
  createCatalog,
  isWhole,
  type Catalog,
  type Component,
  type ComponentSummary,
} from '../../catalog/index.ts';
import type { ComponentTexts } from '../../catalog/texts.ts';
import { buildHeader, isPlainJson } from '../../shared/index.ts';
import { loadOwnData, type Language } from '../../words/language.ts';
import type { NeedComponents } from '../state/need-components.ts';
import { needing } from './need-components.ts';
import { OtherBuild } from './other-build.ts';
import { pageBuild } from './page-build.ts';

/** Every component the server knows: as the reader of the page sees them, and as they are written and go into files. */
export interface LoadedCatalog {
  readonly catalog: Catalog;
  readonly writtenCatalog: Catalog;
  readonly needComponents: NeedComponents;
}

export async function loadCatalog(language: Language): Promise<LoadedCatalog> {
  if (language === 'en') {
    const catalog = createCatalog(await fetchComponents());
    return {
      catalog,
      writtenCatalog: catalog,
      needComponents: needing(catalog, async (id) => catalog.learn(await fetchWhole(id))),
    };
  }
  const [written, texts, ownData, { inLanguage, summaryInLanguage, schemasInLanguage }] =
    await Promise.all([
      fetchComponents(),
      textsIn(language),
      loadOwnData(language),
      import('../../catalog/texts.ts'),
    ]);
  const shown = written.map((each) => {
    const known = texts[each.id] ?? {};
    return isWhole(each)
      ? inLanguage(each, language, known)
      : summaryInLanguage(each, language, known);
  });
  const catalog = createCatalog(shown, schemasInLanguage(ownData));
  const writtenCatalog = createCatalog(written);
  return {
    catalog,
    writtenCatalog,
    needComponents: needing(catalog, async (id) => {
      const [component, said] = await Promise.all([
        fetchWhole(id),
        fetchTexts<ComponentTexts>(`/${encodeURIComponent(id)}/texts/${language}`),
      ]);
      writtenCatalog.learn(component);
      catalog.learn(inLanguage(component, language, said));
    }),
  };
}

/**
 * Sent exactly as `index.html` asks for it ahead, or it would be fetched twice.
 * Not checked again: the server has read each component by the catalog's schema, and server and page are one build.
 */
async function fetchComponents(): Promise<readonly ComponentSummary[]> {
  const answer = await fetchOfBuild('/api/catalog', { credentials: 'same-origin' });
  return answer as readonly ComponentSummary[];
}

async function fetchWhole(id: string): Promise<Component> {
  const answer = await fetchOfBuild(`/api/catalog/${encodeURIComponent(id)}`, asPage);
  return answer as Component;
}

const asPage: RequestInit = { credentials: 'same-origin', headers: { 'X-Footbridge': '1' } };

async function fetchOfBuild(address: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(address, init);
  const build = response.headers.get(buildHeader) ?? undefined;
  if (build !== undefined && build !== (pageBuild() ?? build)) throw new OtherBuild();
  if (!response.ok) throw new Error(`no catalog: ${response.status}`);
  return readJson(await response.text());
}

/** A page that cannot fetch what components say in its language shows them in English. */
async function fetchTexts<Texts extends ComponentTexts | Readonly<Record<string, ComponentTexts>>>(
  path: string,
): Promise<Texts> {
  const none = {} as Texts; // no texts are texts of either kind
  try {
    const response = await fetch(`/api/catalog${path}`, asPage);
    return response.ok ? ((await readJson(await response.text())) as Texts) : none;
  } catch {
    return none;
  }
}

/** What all components say in another language of what is known of them at first. */
export function textsIn(language: Language): Promise<Readonly<Record<string, ComponentTexts>>> {
  return fetchTexts(`/texts/${language}`);
}

/** Asked once more, so that they are kept for when there is no connection. */
export async function keepTextsOf(language: Language): Promise<void> {
  if (language !== 'en') await textsIn(language);
}

/** The exact reader comes with the first text that wants it: the catalog is part of the first view. */
async function readJson(text: string): Promise<unknown> {
  if (isPlainJson(text)) return JSON.parse(text);
  const { parseJson } = await import('./read-exactly.ts');
  const answer = parseJson(text);
  if (!answer.ok) throw new Error(answer.reason.message);
  return answer.value;
}
