import { readdirSync, readFileSync } from 'node:fs';
import { createCatalog, parseComponent, type Catalog, type Component } from '../index.ts';
import { parseJson } from '../../shared/index.ts';
import type { ComponentTexts } from '../texts.ts';

const folder = new URL('../../../components-catalog/', import.meta.url);

/** The components that Footbridge comes with, read as the server reads them. */
export function shippedComponents(): readonly Component[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const json = parseJson(readFileSync(new URL(`${name}/component.json`, folder), 'utf8'));
      if (!json.ok) throw new Error(`${name}: ${json.reason.message}`);
      const component = parseComponent(json.value);
      if (!component.ok) throw new Error(`${name}: ${JSON.stringify(component.reason)}`);
      return component.value;
    });
}

export function shippedCatalog(): Catalog {
  return createCatalog(shippedComponents());
}

/** What they say in another language, by component id. */
export function shippedTexts(language: string): Readonly<Record<string, ComponentTexts>> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [
        `catalog:${name}`,
        JSON.parse(
          readFileSync(new URL(`${name}/${language}.json`, folder), 'utf8'),
        ) as ComponentTexts,
      ]),
  );
}
