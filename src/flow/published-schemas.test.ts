import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Validator } from '@cfworker/json-schema';
import { componentSchema } from '../catalog/index.ts';
import { withShared } from '../catalog/contract.ts';
import { runFileSchema } from '../storage/index.ts';
import { flowSchema } from './flow-document.ts';
import { exportFlow } from './formats/export-flow.ts';
import { writeFlow } from './formats/write-flow.ts';
import { catalog, referenceFlow } from './testing/a-flow.ts';

const root = new URL('../../', import.meta.url).pathname;

/** What an editor or another program reads; made from the one schema in code. Update: `npx vitest run src/flow/published-schemas -u`. */
const published = (schema: z.ZodType, title: string): string =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) }, null, 2)}\n`;

it('publishes the schema of a component as the code has it', async () => {
  await expect(published(componentSchema, 'Footbridge component, version 1')).toMatchFileSnapshot(
    `${root}public/schemas/component-1.json`,
  );
});

it('publishes the schema of a flow as the code has it', async () => {
  await expect(published(flowSchema, 'Footbridge flow, format version 1')).toMatchFileSnapshot(
    `${root}public/schemas/flow-1.json`,
  );
});

it('publishes the schema of a run file as the code has it', async () => {
  await expect(published(runFileSchema, 'Footbridge run, format version 1')).toMatchFileSnapshot(
    `${root}public/schemas/run-1.json`,
  );
});

/** Every component there is, by a validator of somebody else's: on a busy machine that takes its time. */
const longestReading = 60_000;

it(
  'publishes schemas that other validators read: every shipped component and an exported flow fit',
  async () => {
    const validator = (name: string): Validator =>
      new Validator(
        JSON.parse(readFileSync(`${root}public/schemas/${name}`, 'utf8')) as object,
        '2020-12',
        false,
      );
    const components = validator('component-1.json');
    for (const { name } of readdirSync(`${root}components-catalog`, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory(),
    )) {
      // Parts said once stand in their places before anybody reads the rest.
      const component = withShared(
        JSON.parse(readFileSync(`${root}components-catalog/${name}/component.json`, 'utf8')),
      );
      expect({ name, errors: components.validate(component).errors }).toEqual({ name, errors: [] });
    }
    const flows = validator('flow-1.json');
    const flow = JSON.parse(writeFlow(await exportFlow(referenceFlow(), catalog))) as Record<
      string,
      unknown
    >;
    expect(flows.validate(flow).errors).toEqual([]);
    expect(flows.validate({ ...flow, steps: [{ id: 7 }] }).valid).toBe(false);
  },
  longestReading,
);
