import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { componentSchema, withShared, type Component } from '../catalog/contract.ts';
import type { ComponentTexts } from '../catalog/texts.ts';
import { parseJson } from '../shared/index.ts';
import { drawingSheet } from './drawing-sheet.ts';

export interface CatalogFolder {
  readonly components: readonly Component[];
  /** One SVG document; each component's drawing is the symbol with its id. */
  readonly drawings: string;
  /** What components say in other languages: by language, then by component id. */
  readonly texts: ReadonlyMap<string, Readonly<Record<string, ComponentTexts>>>;
}

interface ComponentFolder {
  readonly component: Component;
  readonly icon: string | undefined;
  readonly texts: readonly { readonly language: string; readonly texts: ComponentTexts }[];
}

/** Reads `<folder>/<name>/component.json`, `icon.svg` and `<language>.json` of every component. Throws an error that names the file and the place in it. */
export async function readCatalog(folder: string): Promise<CatalogFolder> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Error(
      `The components are missing: there is no folder ${folder}. Start Footbridge in its own folder.`,
    );
  });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const read = await Promise.all(names.map((name) => readOne(join(folder, name))));
  const found = read.filter((one) => one !== undefined);
  refuseDoubles(
    found.map(({ component }) => component.id),
    folder,
  );
  return {
    components: found.map(({ component }) => component),
    drawings: drawingSheet(
      new Map(
        found.flatMap(({ component, icon }) =>
          icon === undefined ? [] : [[component.id, icon] as const],
        ),
      ),
    ),
    texts: textsOf(found),
  };
}

function textsOf(found: readonly ComponentFolder[]): CatalogFolder['texts'] {
  const byLanguage = new Map<string, Record<string, ComponentTexts>>();
  for (const { component, texts: languages } of found)
    for (const { language, texts } of languages)
      byLanguage.set(language, { ...byLanguage.get(language), [component.id]: texts });
  return byLanguage;
}

async function readOne(folder: string): Promise<ComponentFolder | undefined> {
  const path = join(folder, 'component.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = parseJson(text);
  if (!parsed.ok)
    throw new Error(`${path} is not JSON: ${parsed.reason.message} (line ${parsed.reason.line}).`);
  const component = componentSchema.safeParse(withShared(parsed.value));
  if (!component.success) {
    const [issue] = component.error.issues;
    throw new Error(
      `${path} does not describe a component: at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'it has another shape'}.`,
    );
  }
  const icon = await readFile(join(folder, 'icon.svg'), 'utf8').catch(() => undefined);
  return { component: component.data, icon, texts: await readTexts(folder) };
}

const textsName = /^([a-z]{2})\.json$/;
const textsSchema = z.record(z.string(), z.string());

async function readTexts(folder: string): Promise<ComponentFolder['texts']> {
  const languages = (await readdir(folder)).flatMap((name) => textsName.exec(name)?.[1] ?? []);
  return Promise.all(
    languages.map(async (language) => {
      const path = join(folder, `${language}.json`);
      const parsed = parseJson(await readFile(path, 'utf8'));
      const texts = textsSchema.safeParse(parsed.ok ? parsed.value : undefined);
      if (!texts.success)
        throw new Error(
          `${path} does not hold texts: it has to be JSON, with a text of the component in English before each colon and its translation behind it.`,
        );
      return { language, texts: texts.data };
    }),
  );
}

function refuseDoubles(ids: readonly string[], folder: string): void {
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined) throw new Error(`Two components in ${folder} have the id "${double}".`);
}
