import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reachedAtOnce, wayTo } from './reached-at-once.ts';

const src = import.meta.dirname;
const first = reachedAtOnce(src, 'main.tsx');

/** Each of these was in the first view once, and made it a third longer to load. */
const comesLater: Readonly<Record<string, RegExp>> = {
  'the reader and writer of schemas': /^zod/,
  'the exact reader of JSON': /^lossless-json/,
  'the library of the store': /^dexie|^storage\/(index|database|sample-storage|test-storage)/,
  'queries of servers': /^@tanstack/,
  'the formula language': /jsonata/,
  'the words of all other parts': /^words\/(index\.ts|formulas|de\/)/,
  'what menus list':
    /^designer\/effects\/commands\/(commands|(step|order|selection|flow)-commands)\.ts/,
  'what a command does':
    /^designer\/effects\/(add-step|arrange-steps|duplicate|remove-steps|steps-clip)/,
  'how runs, samples and tests are asked for': /^designer\/effects\/\w+-(bridge|commands)\.ts/,
  'the client of the threads': /^worker\//,
  'the saving of flows': /^designer\/storage\/(flow|credential|filing|checkpoint)-storage/,
  'how a flow is built': /^flow\/build\/(?!positions)/,
  'how a flow is arranged': /^flow\/(arrange|shape|versions|formats|check|uses|described)\//,
  'what a step may read': /^flow\/(sources|joins|sample-basis)\.ts/,
  'schemas and their types': /^mapping\/types\/|^shared\/schema\/(properties|merge|variants)/,
  'notes and groups':
    /^designer\/(canvas\/(laid-out|notes|groups)|ui\/notes|effects\/(note|group)-acts)/,
  panels:
    /^designer\/(inspector|mapper|run-panel|credentials|outline|find|history|import|flows|tests|catalogue)\//,
};

describe('the first view', () => {
  test('is read: from main to the nodes of the canvas, and the words it says', () => {
    expect(wayTo(first, 'designer/canvas/step-node.tsx')).toMatch(/^main\.tsx -> .*board\.tsx -> /);
    expect(first.has('words/en/canvas.ts')).toBe(true);
    expect(first.has('react-dom/client')).toBe(true);
  });

  test.each(Object.entries(comesLater))('does without %s', (_what, pattern) => {
    const found = [...first.keys()].filter((file) => pattern.test(file));
    expect(found.map((file) => wayTo(first, file))).toEqual([]);
  });
});

test.each(Object.entries(comesLater))('there is still: %s', (_what, pattern) => {
  const { dependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const files = readdirSync(src, { recursive: true }).map((file) => String(file));
  const names = [...files.map((file) => file.replaceAll('\\', '/')), ...Object.keys(dependencies)];
  expect(names.some((name) => pattern.test(name))).toBe(true);
});
