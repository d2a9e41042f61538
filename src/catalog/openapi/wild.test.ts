/** Published descriptions of real services; not part of the project, read where they are. */
import { Validator, type Schema } from '@cfworker/json-schema';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planCall } from '../call/plan-call.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
import { exampleOf } from '../sample/example-of.ts';
import { shippedComponents } from '../testing/shipped.ts';
import { Documents } from './documents.ts';
import { readOpenApi } from './read-open-api.ts';
import { readText } from './read-text.ts';
import type { JsonSchema } from '../../shared/index.ts';

const folder = new URL('../../../../shared/data/openapi/', import.meta.url);
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.json'))
  : [];
const component = shippedComponents().find(({ id }) => id === 'catalog:openapi') as Component;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

const mostValidated = 40;

/** The operation of the component that does what a method does. */
function stepFor(method: string): Operation {
  const found = component.operations.find(
    ({ call, emits }) =>
      call.via === 'described' &&
      emits === 'one' &&
      (call as { methods: readonly string[] }).methods.includes(method),
  );
  if (found === undefined) throw new Error(`nothing does ${method}`);
  return found;
}

/** References of a schema that lead nowhere in it. */
function lostIn(schema: JsonSchema): readonly string[] {
  const names = new Set(Object.keys(schema.$defs ?? {}).map((name) => `#/$defs/${name}`));
  const found = JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g);
  return [...found].flatMap(([, ref = '']) => (names.has(ref) ? [] : [ref]));
}

describe.skipIf(files.length === 0)('published descriptions', () => {
  it.each(files)(
    '%s: every operation has a title, schemas a step can carry, and a call',
    async (file) => {
      const read = await readText(readFileSync(new URL(file, folder), 'utf8'));
      if (!read.ok) throw new Error(read.reason.code);
      const documents = new Documents(read.value, `https://api.example.com/${file}`);
      const api = readOpenApi(documents);
      if (!api.ok) throw new Error(api.reason.code);
      const operations = api.value.list(methods, true);
      expect(operations.length).toBeGreaterThan(10);
      expect(new Set(operations.map(({ title }) => title)).size).toBe(operations.length);

      const troubles: string[] = [];
      const every = Math.ceil(operations.length / mostValidated);
      for (const [at, { id, hasList }] of operations.entries()) {
        const found = api.value.describe(id, { asList: hasList === true });
        if (!found.ok) throw new Error(`${id}: ${found.reason.code}`);
        const { input, output } = found.value;
        for (const schema of [input, output]) {
          troubles.push(...lostIn(schema).map((ref) => `${id}: ${ref}`));
          if (JSON.stringify(schema).length > 500_000) troubles.push(`${id}: too large`);
          // The validator reads all of it, or throws; it takes its time for a large one.
          if (at % every === 0)
            new Validator(schema as Schema, '2020-12').validate(exampleOf(schema));
        }
        const planned = planCall({
          component,
          operation: stepFor(id.split(' ')[0] ?? ''),
          settings: { description: 'https://api.example.com', operation: id },
          input: exampleOf(input),
          shapes: { input: { schema: input } },
        });
        if (!planned.ok) troubles.push(`${id}: ${planned.reason.code}`);
      }
      expect(troubles).toEqual([]);
      expect(documents.takeWanted()).toEqual([]);
    },
    120_000,
  );
});

it.runIf(files.length === 0)('was not run on published descriptions: there are none here', () => {
  expect(files).toEqual([]);
});
