import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const kit = 'node_modules/@mantine/core/esm';

/** Where the kit defines each name that it exports. */
const homes = new Map(
  [
    ...readFileSync(`${kit}/index.mjs`, 'utf8').matchAll(/import \{([^}]*)\} from "\.\/([^"]+)"/g),
  ].flatMap(([, names = '', path = '']) =>
    names.split(',').map((name) => [name.trim(), path] as const),
  ),
);

function namesInUse(): string[] {
  const sources = readdirSync('src/designer', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(50);
  return sources.flatMap((file) =>
    [
      ...readFileSync(join('src/designer', file), 'utf8').matchAll(
        /import (?!type)\{([^}]*)\} from '@mantine\/core'/g,
      ),
    ].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type ')),
    ),
  );
}

/** The style sheets of a module of the kit and of all that it is made of. */
function sheetsOf(path: string, seen: Set<string>): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const file = join(kit, path);
  if (!existsSync(file)) return [];
  const own = /([^/]+)\.module\.mjs$/.exec(path)?.[1];
  const inner = [...readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)].flatMap(
    ([, to = '']) => sheetsOf(normalize(join(dirname(path), to)), seen),
  );
  return own === undefined ? inner : [own, ...inner];
}

test('every kit component in use brings its styles', () => {
  const seen = new Set<string>();
  const needed = new Set(namesInUse().flatMap((name) => sheetsOf(homes.get(name) ?? '', seen)));
  const brought = new Set(
    [
      ...readFileSync('src/designer/ui/kit-styles.ts', 'utf8').matchAll(/styles\/([^.]+)\.css/g),
    ].map(([, name]) => name),
  );
  const missing = [...needed].filter(
    (name) => existsSync(`node_modules/@mantine/core/styles/${name}.css`) && !brought.has(name),
  );
  expect(needed.size).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
