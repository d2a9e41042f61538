import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  extraPropertiesOf,
  itemsOf,
  kindsOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  resolve,
  tupleItemsOf,
  variantsOf,
  type JsonSchema,
} from '../index.ts';

/** Published descriptions of real services; not part of the project, read where they are. */
const folder = new URL('../../../../shared/data/openapi/', import.meta.url);
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.json'))
  : [];

interface Media {
  readonly schema?: JsonSchema;
}
interface Body {
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, Body>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The schemas of everything that an operation takes and gives. */
function schemasOf(description: Description): readonly JsonSchema[] {
  const root = description as unknown as JsonSchema;
  const follow = (body: Body | undefined): Body => resolve(body as JsonSchema, root) as Body;
  return Object.values(description.paths).flatMap((path) =>
    Object.values(path).flatMap((operation) => {
      if (typeof operation !== 'object' || Array.isArray(operation)) return [];
      const bodies = [operation.requestBody, ...Object.values(operation.responses ?? {})];
      return bodies.flatMap((body) =>
        Object.values(follow(body).content ?? {}).flatMap(({ schema }) => schema ?? []),
      );
    }),
  );
}

const nodeBudget = 200;

interface Tally {
  nodes: number;
  open: number;
  variants: number;
}

/** Asks everything there is to ask about a schema and what is in it, breadth first, so many nodes at most, each once. */
function walk(schema: JsonSchema, root: JsonSchema, tally: Tally, seen: Set<JsonSchema>): void {
  const queue = [schema];
  for (let at = 0; at < queue.length && at < nodeBudget; at++) {
    const here = queue[at] as JsonSchema; // `at` is below the length
    if (seen.has(here)) continue;
    seen.add(here);
    const { kinds, open } = kindsOf(here, root);
    tally.nodes++;
    if (open && kinds.size === 0) tally.open++;
    const properties = propertiesOf(here, root);
    for (const [name, property] of Object.entries(properties)) {
      if (propertyAt(here, name, root) !== property) throw new Error(`${name} is two things`);
      queue.push(property);
    }
    requiredOf(here, root);
    choicesOf(here, root);
    const items = itemsOf(here, root);
    if (items !== undefined) queue.push(items, ...(tupleItemsOf(here, root)?.items ?? []));
    const extra = extraPropertiesOf(here, root);
    if (extra.declared) queue.push(extra.schema);
    const variants = variantsOf(here, root);
    if (variants.length === 1) throw new Error('one variant is no choice');
    tally.variants += variants.length;
    queue.push(...variants.map((variant) => variant.schema));
  }
}

describe.skipIf(files.length === 0)('schemas of published descriptions', () => {
  it.each(files)(
    'of %s are read to the last, soon, and nearly all say what they are',
    (file) => {
      const description = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Description;
      const schemas = schemasOf(description);
      const tally: Tally = { nodes: 0, open: 0, variants: 0 };
      const seen = new Set<JsonSchema>();
      for (const schema of schemas) walk(schema, description as unknown as JsonSchema, tally, seen);
      expect(schemas.length).toBeGreaterThan(5);
      expect(tally.nodes).toBeGreaterThan(50);
      expect(tally.open / tally.nodes).toBeLessThan(0.2);
    },
    60_000,
  );
});

it.runIf(files.length === 0)('was not run on published descriptions: there are none here', () => {
  expect(files).toEqual([]);
});
