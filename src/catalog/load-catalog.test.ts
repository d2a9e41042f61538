import { describe, expect, it } from 'vitest';
import { checkValue } from '../mapping/index.ts';
import { planCall, planVerify } from './call/plan-call.ts';
import type { JsonObject, JsonSchema } from '../shared/index.ts';
import type { Component } from './component/component.ts';
import type { Operation } from './component/operation.ts';
import { createCatalog } from './load-catalog.ts';
import { parseComponent } from './parse-component.ts';
import { aComponent, anOperation, exampleSettings, ref } from './testing/a-call.ts';
import { shippedComponents } from './testing/shipped.ts';

const mistakes = (change: Partial<Component>): unknown => {
  const parsed = parseComponent({ ...aComponent(anOperation({})), ...change });
  return parsed.ok
    ? 'fine'
    : parsed.reason.map(({ path, message }) => `/${path.join('/')}: ${message}`);
};
const withCall = (
  call: Parameters<typeof anOperation>[0],
  more: Partial<Operation> = {},
): Partial<Component> => ({ operations: [anOperation(call, more)] });

describe('parseComponent', () => {
  it('names each place that does not fit', () => {
    expect(mistakes({})).toBe('fine');
    expect(mistakes({ id: 'CRM' })).toEqual(['/id: ids look like "catalog:crm"']);
    expect(mistakes({ operations: [anOperation({}), anOperation({})] })).toEqual([
      '/operations/1/id: the id "do" is there twice',
    ]);
    expect(mistakes({ origins: [] })).toEqual([
      '/origins: a call needs to know where its service is',
    ]);
    expect(
      mistakes(
        withCall({}, { choices: [{ at: '/input/a', from: 'gone', value: '/v', label: '/l' }] }),
      ),
    ).toEqual(['/operations/0/choices/0/from: there is no operation "gone"']);
    expect(
      mistakes({
        withheld: ['key'],
        ...withCall({}, { output: { properties: { key: { type: 'string' } } } }),
      }),
    ).toEqual(['/operations/0/output/properties/key: the field "key" is withheld']);
    const deep = {
      properties: {
        list: { items: { properties: { group: { properties: { key: {}, name: {} } } } } },
      },
    };
    expect(mistakes({ withheld: ['key'], ...withCall({}, { output: deep }) })).toEqual([
      '/operations/0/output/properties/list/items/properties/group/properties/key: the field "key" is withheld',
    ]);
    expect(mistakes(withCall({ take: { fields: { of: 'gone', at: '/more' } } }))).toEqual([
      '/operations/0/call/take/fields/of: there is no operation "gone"',
    ]);
    expect(mistakes(withCall({ take: { fields: { of: 'do', at: '/more' } } }))).toBe('fine');
  });

  it.each([['//evil/x'], ['https://evil/x'], ['\\\\evil/x'], ['@evil/x'], ['things']])(
    'refuses the path %s',
    (path) => {
      expect(mistakes(withCall({ path: [path] }))).toEqual([
        '/operations/0/call/path/0: a path begins with one "/"',
      ]);
    },
  );

  it('refuses a header of a tenant that nobody chooses from a list, and one with a meaning of its own', () => {
    const tenant = { header: 'test-tenant-id', setting: 'company' };
    const settings = {
      type: 'object' as const,
      properties: { company: { type: 'string' as const } },
      required: ['company'],
    };
    const choices = [{ at: '/settings/company', from: 'do', value: '/id', label: '/name' }];
    const typed =
      '/operations/0/settings/properties/company: "company" fills the header "test-tenant-id": it is required, and has choices';
    expect(mistakes({ tenant, ...withCall({}, { settings, choices }) })).toBe('fine');
    expect(mistakes({ tenant, ...withCall({}, { settings, internal: true }) })).toBe('fine');
    expect(mistakes({ tenant, ...withCall({}, { settings }) })).toEqual([typed]);
    expect(
      mistakes({ tenant, ...withCall({}, { settings: { ...settings, required: [] }, choices }) }),
    ).toEqual([typed]);
    for (const header of ['authorization', 'host', 'cookie', 'content-type', 'X-Tenant-Id'])
      expect(mistakes({ tenant: { ...tenant, header } })).toEqual([
        '/tenant/header: such a header ends with -id, -name or -tenant',
      ]);
  });

  it('refuses a request that reads what it cannot see', () => {
    expect(mistakes(withCall({ query: ref('response', 'body') }))).toEqual([
      '/operations/0/call: a request reads "input" and "settings", not "response"',
    ]);
  });
});

describe('createCatalog', () => {
  it('finds components, operations and credential types by id; the later of two counts', () => {
    const older = aComponent(anOperation({}));
    const newer = { ...older, version: '2.0.0' };
    const catalog = createCatalog([older, newer]);
    expect(catalog.list).toEqual([newer]);
    expect(catalog.component('test:service')).toBe(newer);
    expect(catalog.operation('test:service', 'do')?.id).toBe('do');
    expect(catalog.operation('test:service', 'gone')).toBeUndefined();
    expect(catalog.credentialType('gone', 'x')).toBeUndefined();
  });
});

describe.each(shippedComponents().map((component) => [component.id, component] as const))(
  'the shipped %s',
  (_id, component) => {
    it.each(component.operations.map((operation) => [operation.id, operation] as const))(
      '%s shows examples that fit its own description',
      (_operation, operation) => {
        const { input } = operation.slots;
        if (input?.schema !== undefined && operation.sample.input !== undefined)
          expect(checkValue(operation.sample.input, input.schema)).toEqual([]);
        if (operation.output !== undefined)
          expect(checkValue(operation.sample.output, operation.output)).toEqual([]);
        expect(operation.sample.output).toBeDefined();
      },
    );

    it('can plan each of its calls with its own example', () => {
      for (const operation of component.operations) {
        if (operation.call.via !== 'http') continue;
        const settings = exampleSettings(operation);
        const plan = planCall({
          component,
          operation,
          settings,
          input: operation.sample.input ?? {},
        });
        expect(plan.ok ? 'planned' : plan.reason.code).toBe('planned');
      }
      for (const { schema, verify } of component.credentials)
        if (verify !== undefined)
          expect(planVerify(component, verify.call, addressesIn(schema)).ok).toBe(true);
    });
  },
);

it('a file that one step gives is one that others take as it is', () => {
  const catalog = createCatalog(shippedComponents());
  const given = (['catalog:sftp/read-file', 'catalog:rest/get-file'] as const).map((use) => {
    const [component = '', operation = ''] = use.split('/');
    return catalog.operation(component, operation)?.sample.output;
  });
  const email = catalog.operation('catalog:email', 'send')?.slots['input']?.schema;
  const file = catalog.operation('catalog:rest', 'send-file')?.slots['input']?.schema;
  const form = catalog.operation('catalog:rest', 'send-form')?.slots['input']?.schema;
  for (const schema of [
    email?.properties?.['attachments']?.items,
    file?.properties?.['file'],
    form?.properties?.['files']?.items,
  ])
    for (const one of given) {
      expect(schema).toBeDefined();
      expect(checkValue(one, schema ?? {})).toEqual([]);
    }
});

/** What a form holds where a person types addresses. */
function addressesIn({ properties = {} }: JsonSchema): JsonObject {
  const typed = Object.entries(properties).filter(([, { format }]) => format === 'uri');
  return Object.fromEntries(typed.map(([name]) => [name, 'https://api.example.com/x']));
}
