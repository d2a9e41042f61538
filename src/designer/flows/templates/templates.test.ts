import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createCatalog, parseComponent } from '../../../catalog/index.ts';
import { checkFlow, flowSchema } from '../../../flow/index.ts';
import { templates } from './templates.ts';

const catalog = createCatalog(
  readdirSync('components-catalog', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const parsed = parseComponent(
        JSON.parse(readFileSync(`components-catalog/${name}/component.json`, 'utf8')),
      );
      if (!parsed.ok) throw new Error(`components-catalog/${name} cannot be read`);
      return parsed.value;
    }),
);

describe.each(templates.map(({ flow }) => [flow.name, flow] as const))(
  'template "%s"',
  (_name, flow) => {
    test('is a flow', () => {
      expect(flowSchema.safeParse(flow).error).toBeUndefined();
    });

    test('leaves nothing to do but connecting', () => {
      expect(checkFlow(flow, catalog).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    });
  },
);
