import { describe, expect, it } from 'vitest';
import { createCatalog, type Component } from '../../catalog/index.ts';
import { flowSchema, type Flow } from '../flow-document.ts';
import { basisOf } from '../sample-basis.ts';
import {
  aFlow,
  aStep,
  catalog,
  findCustomers,
  referenceFlow,
  twoWaysIn,
} from '../testing/a-flow.ts';
import { withoutSecrets } from './without-secrets.ts';
import { exportFlow } from './export-flow.ts';
import { parseFlow } from './parse-flow.ts';
import { pruneDefs } from './prune-defs.ts';
import { writeFlow } from './write-flow.ts';

describe('exportFlow', () => {
  it('carries the used components with the used operations and those that fill their choices', async () => {
    const { components } = await exportFlow(referenceFlow(), catalog);
    expect(
      components.map(({ component }) => [component.id, component.operations.map(({ id }) => id)]),
    ).toEqual([
      ['catalog:crm', ['find-customers-by-status', 'get-all-customer-statuses']],
      ['catalog:newsletter', ['add-subscriber']],
    ]);
  });

  it('names a component by its content', async () => {
    const one = await exportFlow(referenceFlow(), catalog);
    const other = await exportFlow(aFlow({ steps: [findCustomers()] }), catalog);
    expect(one.components[0]?.hash).toBe(other.components[0]?.hash);
    expect(one.components[0]?.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
    const more = await exportFlow(aFlow({ steps: [aStep('x', 'crm/add-customer')] }), catalog);
    expect(more.components[0]?.hash).not.toBe(one.components[0]?.hash);
  });

  it('is a flow that can be read again, with nothing dropped', async () => {
    const flow: Flow = { ...referenceFlow(), description: 'kept', ...{ colour: 'blue' } };
    const exported = await exportFlow(flow, catalog);
    const read = parseFlow(writeFlow(exported));
    expect(read.ok && read.value).toEqual(exported);
    expect({ ...exported, components: [] }).toEqual(flow);
    expect(flowSchema.safeParse(exported).success).toBe(true);
  });

  it('carries sample contents only when they are given, and only those of this flow', async () => {
    const flow: Flow = {
      ...referenceFlow(),
      samples: [{ step: 'find', name: 'now', hash: 'h1', size: 2 }],
    };
    expect(await exportFlow(flow, catalog)).not.toHaveProperty('sampleContents');
    const exported = await exportFlow(flow, catalog, {
      samples: { h1: [{ id: 1 }], h2: 'of another flow' },
    });
    expect(exported.sampleContents).toEqual({ h1: [{ id: 1 }] });
  });

  it('carries tests only when they are given', async () => {
    expect((await exportFlow(referenceFlow(), catalog)).tests).toEqual([]);
    const exported = await exportFlow(referenceFlow(), catalog, { tests: [{ id: 't' }] });
    expect(exported.tests).toEqual([{ id: 't' }]);
    expect(flowSchema.safeParse(exported).success).toBe(true);
  });

  it('leaves behind what is secret by a reference or in the entries of a list', () => {
    const settings = {
      properties: {
        auth: { $ref: '#/$defs/Auth' },
        headers: { items: { properties: { name: {}, value: { writeOnly: true } } } },
      },
      $defs: { Auth: { properties: { password: { format: 'password' } } } },
    } as const;
    const step = findCustomers('a', {
      settings: { auth: { password: 'SECRET' }, headers: [{ name: 'x', value: 'SECRET' }] },
    });
    const found = catalog.component(step.component);
    if (found === undefined) throw new Error('no component');
    const operations = found.operations.map((operation) => ({ ...operation, settings }));
    expect(withoutSecrets(step, createCatalog([{ ...found, operations }])).settings).toEqual({
      auth: {},
      headers: [{ name: 'x' }],
    });
  });

  it('leaves behind what was secret in what the step did before, and nothing else of it', () => {
    const settings = { algorithm: 'SHA-256', key: 'SECRET', other: 'kept' };
    for (const operation of ['hash', '', 'one-that-is-gone']) {
      const step = aStep('sign', `hash/hmac`, { settings, operation });
      expect(withoutSecrets(step, catalog).settings).toEqual({
        algorithm: 'SHA-256',
        other: 'kept',
      });
    }
    const open = aStep('sign', 'hash/hash', { settings: { algorithm: 'SHA-256', other: 'kept' } });
    expect(withoutSecrets(open, catalog)).toBe(open);
  });

  it('leaves behind what was secret before inside a group and a list that the step still has', () => {
    const settings = {
      pin: 'SECRET',
      key: 'plain',
      login: { user: 'ada', key: 'SECRET', note: 'kept' },
      rows: [{ name: 'x', key: 'SECRET' }, 'text'],
    };
    const component = twoWaysIn();
    const step = { ...findCustomers(), component: component.id, operation: 'open', settings };
    const left = withoutSecrets(step, createCatalog([component])).settings;
    expect(left).toEqual({
      key: 'plain',
      login: { user: 'ada', note: 'kept' },
      rows: [{ name: 'x' }, 'text'],
    });
  });

  it('leaves settings that are secrets behind', async () => {
    const [crm] = catalog.whole;
    const [operation] = crm?.operations ?? [];
    if (crm === undefined || operation === undefined) throw new Error('no component');
    const secretive: Component = {
      ...crm,
      operations: [
        {
          ...operation,
          settings: {
            type: 'object',
            properties: { pin: { type: 'string', writeOnly: true }, page: { type: 'integer' } },
          },
        },
      ],
    };
    const step = {
      ...findCustomers(),
      component: crm.id,
      operation: operation.id,
      settings: { pin: '1234', page: 2 },
    };
    const flow = aFlow({ steps: [step] });
    const sample = { step: step.id, name: 'current', hash: '#', size: 1 };
    const tested = { ...flow, samples: [{ ...sample, basis: basisOf(flow, step.id) ?? {} }] };
    const exported = await exportFlow(tested, createCatalog([secretive]));
    expect(exported.steps[0]?.settings).toEqual({ page: 2 });
    expect(writeFlow(exported)).not.toContain('1234');
    // Nor anything by which a short secret could be guessed.
    expect(exported.samples).toEqual([sample]);
  });

  it('keeps the carried description of a component that is not here', async () => {
    const first = await exportFlow(referenceFlow(), catalog);
    const again = await exportFlow(first, createCatalog([]));
    expect(again.components).toEqual(first.components);
  });
});

describe('pruneDefs', () => {
  it('keeps what is reached, circles included, and nothing else', () => {
    const schema = {
      $ref: '#/$defs/Tree',
      $defs: {
        Tree: { properties: { child: { $ref: '#/$defs/Tree' }, leaf: { $ref: '#/$defs/a~1b' } } },
        'a/b': { type: 'string' },
        Unused: { type: 'number' },
      },
    } as const;
    expect(Object.keys(pruneDefs(schema).$defs ?? {})).toEqual(['Tree', 'a/b']);
  });
});
