import type { Catalog, Component } from '../../catalog/index.ts';
import type { ComponentTexts } from '../../catalog/texts.ts';
import { buildHeader, isPlainJson } from '../../shared/index.ts';
import { loadOwnData, type Language } from '../../words/language.ts';
import { pageBuild } from './page-build.ts';

/** Every component the server knows: as the reader of the page sees them, and as they are written and go into files. */
export interface LoadedCatalog {
  readonly shown: readonly Component[];
  readonly written: readonly Component[];
  /** How data that no component gives is called. */
  readonly inWords?: Catalog['inWords'];
}

/** The server was renewed between its document and its catalog. */
export class OtherBuild extends Error {}

export async function loadCatalog(language: Language): Promise<LoadedCatalog> {
  if (language === 'en') {
    const written = await fetchComponents();
    return { shown: written, written };
  }
  const [written, texts, ownData, { inLanguage, schemasInLanguage }] = await Promise.all([
    fetchComponents(),
    fetchTexts(language),
    loadOwnData(language),
    import('../../catalog/texts.ts'),
  ]);
  return {
    shown: written.map((each) => inLanguage(each, language, texts[each.id] ?? {})),
    written,
    inWords: schemasInLanguage(ownData),
  };
}

/**
 * Sent exactly as `index.html` asks for it ahead, or it would be fetched twice.
 * Not checked again: the server has read each component by the catalog's schema, and server and page are one build.
 */
async function fetchComponents(): Promise<readonly Component[]> {
  const response = await fetch('/api/catalog', { credentials: 'same-origin' });
  const build = response.headers.get(buildHeader) ?? undefined;
  if (build !== undefined && build !== (pageBuild() ?? build)) throw new OtherBuild();
  if (!response.ok) throw new Error(`no catalog: ${response.status}`);
  return (await readJson(await response.text())) as readonly Component[];
}

/** A page that cannot fetch what components say in its language shows them in English. */
async function fetchTexts(language: string): Promise<Readonly<Record<string, ComponentTexts>>> {
  try {
    const response = await fetch(`/api/catalog/texts/${language}`, {
      credentials: 'same-origin',
      headers: { 'X-Footbridge': '1' },
    });
    if (!response.ok) return {};
    return (await readJson(await response.text())) as Readonly<Record<string, ComponentTexts>>;
  } catch {
    return {};
  }
}

/** Asked once more, so that they are kept for when there is no connection. */
export async function keepTextsOf(language: Language): Promise<void> {
  if (language !== 'en') await fetchTexts(language);
}

/** The exact reader comes with the first text that wants it: the catalog is part of the first view. */
async function readJson(text: string): Promise<unknown> {
  if (isPlainJson(text)) return JSON.parse(text);
  const { parseJson } = await import('./read-exactly.ts');
  const answer = parseJson(text);
  if (!answer.ok) throw new Error(answer.reason.message);
  return answer.value;
}
