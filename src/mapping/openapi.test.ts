import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleOf } from '../catalog/index.ts';
import { resolve, type JsonSchema } from '../shared/index.ts';
import {
  applyMatches,
  checkBinding,
  checkValue,
  inferType,
  matchByName,
  pairsToMatch,
  typeAtPath,
  type Binding,
  type SourceType,
} from './index.ts';

/** Published descriptions of real services; not part of the project, read where they are. */
const folder = new URL('../../../shared/data/openapi/', import.meta.url);
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.json'))
  : [];

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
}
interface Operation {
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, Body>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** What some of a service's operations take and give, spread over all of them, each able to stand alone. */
function schemasOf(file: string): { readonly takes: JsonSchema[]; readonly gives: JsonSchema[] } {
  const root = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as JsonSchema;
  const { paths, components } = root as unknown as { paths: Paths; components?: unknown };
  const schemaOf = (body: Body | undefined): JsonSchema[] =>
    Object.values((resolve(body as JsonSchema, root) as Body).content ?? {})
      .slice(0, 1)
      .flatMap(({ schema }) =>
        schema === undefined ? [] : [{ ...schema, components } as JsonSchema],
      );
  const operations = Object.values(paths).flatMap((path) =>
    Object.values(path).filter((one) => typeof one === 'object' && !Array.isArray(one)),
  );
  const some = <Item>(all: readonly Item[]): Item[] =>
    all.filter((_, at) => at % Math.max(1, Math.floor(all.length / 4)) === 0).slice(0, 4);
  return {
    takes: some(operations.flatMap(({ requestBody }) => schemaOf(requestBody))),
    gives: some(operations.flatMap(({ responses = {} }) => schemaOf(responses['200']))),
  };
}

describe.skipIf(files.length === 0)('mappings between published descriptions', () => {
  it.each(files)(
    'of %s are proposed, typed, checked and shown by examples, soon and without a throw',
    (file) => {
      const { takes, gives } = schemasOf(file);
      const sources = gives.map((schema, at): SourceType => ({
        from: `s${String(at)}`,
        title: `Step ${String(at)}`,
        schema,
      }));
      for (const [at, target] of takes.entries()) {
        const near = sources.slice(at % 6, (at % 6) + 2);
        // Beyond that it is a matter of seconds, done in a thread of its own.
        if (pairsToMatch(target, near) > 20_000) continue;
        const matches = matchByName(target, near);
        const made: Binding | undefined = applyMatches(undefined, matches);
        const codes = checkBinding(made, target, near).map(({ code }) => code);
        // What is proposed leads somewhere and is no impossible pair.
        expect(codes).not.toContain('mapping.unknown-path');
        expect(codes).not.toContain('mapping.kind-impossible');
        if (made !== undefined) expect(inferType(made, near)).toBeDefined();
        expect(Array.isArray(checkValue(exampleOf(target), target))).toBe(true);
      }
      for (const source of sources) {
        expect(typeAtPath(source, []).ok).toBe(true);
        expect(checkValue(exampleOf(source.schema), source.schema).length).toBeLessThan(50);
      }
      expect(takes.length + gives.length).toBeGreaterThan(0);
    },
    120_000,
  );
});

it.runIf(files.length === 0)('was not run on published descriptions: there are none here', () => {
  expect(files).toEqual([]);
});
