import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { checkLayers, type SourceModule } from './layers-check.ts';
import { layers } from './layers.ts';

const src = import.meta.dirname;

describe('the sources', () => {
  const modules = readModules(src);

  test('are all read: as many modules as a plain count of the directory finds', () => {
    const counted = readdirSync(src, { recursive: true }).filter((name) =>
      /\.tsx?$/.test(String(name)),
    );
    expect(modules.length).toBeGreaterThan(0);
    expect(modules.length).toBe(counted.length);
  });

  test('import something: the reader of imports is not blind', () => {
    expect(modules.some(({ imports }) => imports.length > 0)).toBe(true);
  });

  test('import only what the table of src/layers.ts allows, without cycles', () => {
    expect(checkLayers(modules)).toEqual([]);
  });
});

describe('the table', () => {
  test('names folders of itself only', () => {
    const unknown = Object.values(layers).flatMap(({ may }) =>
      may.filter((name) => layers[name.split('/')[0] ?? ''] === undefined),
    );
    expect(unknown).toEqual([]);
  });

  test('has no folder that reaches itself by way of others', () => {
    const reach = (name: string, seen: Set<string>): Set<string> => {
      for (const next of layers[name]?.may.map((may) => may.split('/')[0] ?? '') ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        reach(next, seen);
      }
      return seen;
    };
    expect(Object.keys(layers).filter((name) => reach(name, new Set()).has(name))).toEqual([]);
  });
});

test('a type of a socket module is let through outside the egress', () => {
  const imports = ['node:net'];
  expect(checkLayers([{ path: 'headless/serve.ts', imports, typeOnly: imports }])).toEqual([]);
  expect(checkLayers([{ path: 'headless/serve.ts', imports }])).toHaveLength(1);
});

test('the page reaches the formula language only by what it loads later', () => {
  const reached = reachedAtOnce('main.tsx');
  expect(reached.has('mapping/compile-binding.ts')).toBe(true);
  expect([...reached].filter((path) => path.includes('jsonata'))).toEqual([]);
  expect(reachedAtOnce('mapping/formulas.ts').has('jsonata')).toBe(true);
});

describe('a planted violation is found', () => {
  test.each<[string, SourceModule, RegExp]>([
    [
      'a lower folder that knows a higher one',
      aModule('shared/ids.ts', '../flow/index.ts'),
      /"shared" may not know "flow"/,
    ],
    [
      'the inside of another folder',
      aModule('flow/check.ts', '../mapping/evaluate/list.ts'),
      /Import its door/,
    ],
    [
      'the engine in the page',
      aModule('designer/app.tsx', '../runtime/index.ts'),
      /only runtime\/contract, runtime\/recipients of "runtime"/,
    ],
    [
      'the engine in the page, from main',
      aModule('main.tsx', './runtime/index.ts'),
      /only runtime\/contract/,
    ],
    [
      'the whole mapping in the catalog',
      aModule('catalog/load.ts', '../mapping/index.ts'),
      /only mapping\/contract/,
    ],
    ['React in the core', aModule('flow/view.ts', 'react'), /without React, DOM and Node/],
    ['Node in the core', aModule('runtime/run.ts', 'node:crypto'), /through a port/],
    [
      'Node in the page, by its old name',
      aModule('designer/state/store.ts', 'fs'),
      /browser has no such thing/,
    ],
    ['React in a thread', aModule('worker/run-worker.ts', 'react-dom/client'), /draws nothing/],
    [
      'a drawing package on the server',
      aModule('headless/serve.ts', '@mantine/core'),
      /it draws|that draws/,
    ],
    ['a socket beside the one way out', aModule('proxy/oauth.ts', 'undici'), /src\/proxy\/egress/],
    [
      'a library that asks by itself, outside its one user',
      aModule('headless/serve.ts', 'openid-client'),
      /Only src\/proxy\/access\/open-id\/ uses it/,
    ],
    [
      'a panel in another panel',
      aModule('designer/canvas/node.tsx', '../mapper/pill.tsx'),
      /panels never import each other/,
    ],
    [
      'a panel in the shared state',
      aModule('designer/state/store.ts', '../mapper/pill.tsx'),
      /not the other way round/,
    ],
    [
      'a file outside src',
      aModule('flow/check.ts', '../../components-catalog/crm/component.json'),
      /only src\/catalog/,
    ],
    ['an unknown folder', aModule('utils/date.ts', '../shared/index.ts'), /not in src\/layers.ts/],
    [
      'a test that reaches inside another folder',
      aModule('flow/a.test.ts', '../catalog/load.ts'),
      /Import its door/,
    ],
  ])('%s', (_name, module, expected) => {
    const violations = checkLayers([module]);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatch(expected);
  });

  test('a cycle, once, with its round', () => {
    const violations = checkLayers([
      aModule('flow/a.ts', './b.ts'),
      aModule('flow/b.ts', './deep/c.ts'),
      aModule('flow/deep/c.ts', '../a.ts'),
    ]);
    expect(violations).toEqual([
      'flow/a.ts -> flow/b.ts -> flow/deep/c.ts -> flow/a.ts: a cycle. Move what both need into a third file, or pass one to the other.',
    ]);
  });

  test('a cycle that a type closes', () => {
    const a: SourceModule = { path: 'flow/a.ts', imports: ['./b.ts'], typeOnly: ['./b.ts'] };
    expect(checkLayers([a, aModule('flow/b.ts', './a.ts')])).toHaveLength(1);
  });
});

test('every way to name a module is read', () => {
  const source = `
    import type { A } from './a.ts';
    import {
      b,
      type B,
    } from './b.ts';
    export type { C } from './c.ts';
    export { d } from './d.ts';
    const e = () => import('./e.ts');
    type F = typeof import('./f.ts');
    new Worker(new URL('./g.ts', import.meta.url), { type: 'module' });
    import.meta.glob('./h/*.json', { eager: true });
  `;
  expect(readImports(source)).toEqual({
    imports: ['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts', './g.ts', './h/*.json'],
    typeOnly: ['./a.ts', './c.ts'],
  });
});

test('what the table allows is let through', () => {
  expect(
    checkLayers([
      aModule('shared/ids.ts'),
      aModule('mapping/check.ts', '../shared/index.ts', './evaluate/list.ts', 'jsonata'),
      aModule(
        'catalog/load.ts',
        '../../components-catalog/crm/component.json',
        '../mapping/contract.ts',
      ),
      aModule(
        'designer/shell/app.tsx',
        '../canvas/canvas.tsx',
        'react',
        '../../worker/worker-client.ts',
      ),
      aModule('designer/canvas/canvas.tsx', '../state/store.ts', '../ui/card.tsx', './node.tsx'),
      aModule('proxy/egress/dial.ts', 'undici', 'node:net', '../../shared/index.ts'),
      aModule(
        'flow/a.test.ts',
        'node:fs',
        'react',
        '../sandbox/index.ts',
        '../runtime/testing/host.ts',
      ),
      aModule(
        'main.tsx',
        './designer/index.ts',
        './designer/shell/../index.ts',
        'react-dom/client',
      ),
    ]),
  ).toEqual([]);
});

function aModule(path: string, ...imports: string[]): SourceModule {
  return { path, imports };
}

function readModules(folder: string): SourceModule[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return readModules(path);
    if (!/\.tsx?$/.test(entry.name)) return [];
    return [
      {
        path: relative(src, path).replaceAll('\\', '/'),
        ...readImports(readFileSync(path, 'utf8')),
      },
    ];
  });
}

/** All modules and packages that come with one, `import()` left out. */
function reachedAtOnce(first: string): ReadonlySet<string> {
  const reached = new Set([first]);
  for (const path of reached) {
    if (!/\.tsx?$/.test(path)) continue;
    const source = readFileSync(join(src, path), 'utf8').replace(typeStatement, '');
    for (const { fileName, pos } of ts.preProcessFile(source, true, true).importedFiles) {
      if (/import\(\s*$/.test(source.slice(0, pos))) continue;
      reached.add(
        fileName.startsWith('.')
          ? relative(src, join(src, path, '..', fileName)).replaceAll('\\', '/')
          : fileName,
      );
    }
  }
  return reached;
}

const typeStatement = /^\s*(?:import|export)\s+type\s[^;'"]*?\sfrom\s*['"][^'"]+['"]/gm;
const threadAddress = /new URL\(\s*['"](\.[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g;
const manyAtOnce = /import\.meta\.glob(?:<[^(]*>)?\(\s*['"]([^'"]+)['"]/g;

function readImports(source: string): { imports: string[]; typeOnly: string[] } {
  const named = importsOf(source);
  const running = importsOf(source.replace(typeStatement, ''));
  const addressed = [threadAddress, manyAtOnce].flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return {
    imports: [...named, ...addressed],
    typeOnly: named.filter((name) => !running.includes(name)),
  };
}

function importsOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}
