import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { bareWay, ourWay, type Asked, type OurOutcome } from '../testing/both-ways.ts';

/** A case of the official suite (jsonata-js/jsonata, `test/test-suite`, MIT), read where it lies beside the project. */
interface Case {
  readonly expr?: string;
  readonly 'expr-file'?: string;
  readonly dataset?: string | null;
  readonly data?: Json;
  readonly bindings?: Readonly<Record<string, Json>>;
}

const suite = new URL('../../../../shared/data/jsonata-test-suite/', import.meta.url);
const isThere = existsSync(suite);
const groups = isThere ? readdirSync(new URL('groups/', suite)) : [];
const made: Record<OurOutcome['by'], number> = { closures: 0, library: 0, 'handed-over': 0 };

if (!isThere)
  console.warn(
    `Not run: JSONata's official cases are not there (${suite.pathname}). What ships with the project is run.`,
  );

describe.skipIf(!isThere)('the official cases give the same as the bare library', () => {
  afterAll(() => {
    const all = Object.values(made).reduce((sum, count) => sum + count, 0);
    console.log(
      `JSONata's official cases: ${String(all)}, by closures ${String(made.closures)}, ` +
        `by the library ${String(made.library)}, handed over to it ${String(made['handed-over'])}`,
    );
  });

  it.each(groups)('%s', { timeout: 60_000 }, async (group) => {
    for (const { name, asked } of casesOf(group)) {
      const { outcome, by } = await ourWay(asked);
      made[by]++;
      // What came to its end must not be stopped beside it, however busy the machine is; what was stopped must be there as well.
      const wasStopped = 'code' in outcome && outcome.code === 'D1012';
      expect.soft(outcome, name).toEqual(await bareWay(asked, wasStopped ? 300 : 20_000));
    }
  });

  it('most of them by closures', () => {
    expect(made.closures).toBeGreaterThan(1_200);
  });
});

function casesOf(group: string): readonly { readonly name: string; readonly asked: Asked }[] {
  const folder = new URL(`groups/${group}/`, suite);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const read = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case | Case[];
      return [read].flat().map((one, at) => ({
        name: `${file} ${String(at)}`,
        asked: {
          text: one.expr ?? readFileSync(new URL(one['expr-file'] ?? '', folder), 'utf8'),
          root: one.data ?? dataOf(one.dataset),
          fields: one.bindings ?? {},
        },
      }));
    });
}

function dataOf(dataset: string | null | undefined): Json | undefined {
  if (dataset === null || dataset === undefined) return undefined;
  return JSON.parse(readFileSync(new URL(`datasets/${dataset}.json`, suite), 'utf8')) as Json;
}
