import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { componentSchema, type Component } from '../catalog/contract.ts';
import { parseJson } from '../shared/index.ts';

export interface CatalogFolder {
  readonly components: readonly Component[];
  /** SVG sources by component id. */
  readonly icons: ReadonlyMap<string, string>;
}

/** Reads `<folder>/<name>/component.json` and `icon.svg` of every component. Throws an error that names the file and the place in it. */
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
    icons: new Map(
      found.flatMap(({ component, icon }) =>
        icon === undefined ? [] : [[component.id, icon] as const],
      ),
    ),
  };
}

async function readOne(
  folder: string,
): Promise<{ component: Component; icon: string | undefined } | undefined> {
  const path = join(folder, 'component.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = parseJson(text);
  if (!parsed.ok)
    throw new Error(`${path} is not JSON: ${parsed.reason.message} (line ${parsed.reason.line}).`);
  const component = componentSchema.safeParse(parsed.value);
  if (!component.success) {
    const [issue] = component.error.issues;
    throw new Error(
      `${path} does not describe a component: at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'it has another shape'}.`,
    );
  }
  const icon = await readFile(join(folder, 'icon.svg'), 'utf8').catch(() => undefined);
  return { component: component.data, icon };
}

function refuseDoubles(ids: readonly string[], folder: string): void {
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined) throw new Error(`Two components in ${folder} have the id "${double}".`);
}
