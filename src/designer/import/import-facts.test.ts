import { expect, test } from 'vitest';
import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import type { Component } from '../../catalog/index.ts';
import type { JsonSchema } from '../../shared/index.ts';
import { aFlow, aStep, findCustomers } from '../../flow/testing/a-flow.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { accountsFor } from './accounts-for.ts';
import { importFacts } from './import-facts.ts';
import { versionsIn } from './versions-in.ts';

const catalog = shippedCatalog();
const places = [{ name: 'sample-crm', title: 'Sample CRM', url: 'http://127.0.0.1:1' }];
const asked = aStep('ask', 'graphql/read', {
  name: 'Ask',
  credential: 'token',
  settings: { address: 'https://api.example.com:8443/graphql', field: 'x' },
});
const flow = {
  ...aFlow({ steps: [findCustomers(), asked, aStep('mail', 'email/send', { name: 'Mail' })] }),
  credentials: [{ id: 'token', name: 'API', component: 'catalog:graphql', type: 'token' }],
};
const facts = importFacts(flow, catalog, places as never);

test('a typed address is shown as the host that is called; a mailbox as the account’s own server', () => {
  expect(facts.services).toEqual([
    'Sample CRM · http://127.0.0.1:1',
    'api.example.com:8443',
    'the server that the account of “Mail” names',
  ]);
});

test('only accounts of the same kind that are made for the called host are offered', () => {
  const account: CredentialRow = {
    id: 'fits',
    name: 'API',
    component: 'catalog:graphql',
    type: 'token',
    token: 'sealed',
    hosts: ['api.example.com:8443'],
    hints: {},
    at: 1,
  };
  const [slot] = facts.credentials;
  if (slot === undefined) throw new Error('no slot');
  const offered = accountsFor(slot, [
    account,
    { ...account, id: 'elsewhere', hosts: ['api.example.com'] },
    { ...account, id: 'other-kind', type: 'basic' },
    { ...account, id: 'other-service', component: 'catalog:rest' },
  ]);
  expect(offered.map(({ id }) => id)).toEqual(['fits']);
});

test('versions of the file stand beside those of here, what differs first', () => {
  const at = (id: string, componentVersion: string, component = `catalog:${id}`) => ({
    ...aStep(id, 'crm/add-customer'),
    component,
    componentVersion,
  });
  const steps = [
    at('crm', '1.0.0'),
    at('newsletter', '1.10.0'),
    at('log', '0.9.0'),
    at('foreign', '3.0.0', 'foreign:shop'),
  ];
  const lines = versionsIn([aFlow({ steps })], catalog);
  expect(lines.map(({ component, inFile, here, file }) => [component, inFile, here, file])).toEqual(
    [
      ['catalog:newsletter', '1.10.0', '1.0.0', 'newer'],
      ['catalog:log', '0.9.0', '1.0.0', 'older'],
      ['foreign:shop', '3.0.0', undefined, 'only-in-file'],
      ['catalog:crm', '1.0.0', '1.0.0', 'same'],
    ],
  );
});

test('what the fields of a file refer to and it does not hold is listed at its step; what is known here is read as it is here', () => {
  const of = (component: Component) => ({ component, hash: 'sha256-0' });
  const crm = catalog.component('catalog:crm');
  if (crm === undefined) throw new Error('no CRM');
  const refers: JsonSchema = { properties: { order: { $ref: 'http://[::1]/order.json' } } };
  const foreign = { ...crm, id: 'foreign:shop', operations: crm.operations.map(withInput) };
  function withInput(operation: Component['operations'][number]) {
    return {
      ...operation,
      slots: { input: { kind: 'value' as const, title: 'In', schema: refers } },
    };
  }
  const add = aStep('add', 'crm/add-customer', { name: 'Add' });
  const facts = importFacts(
    {
      ...aFlow({
        steps: [
          { ...add, component: 'foreign:shop' },
          { ...add, id: 'known', name: 'Known' },
          aStep('made', 'mapper/make-message', {
            name: 'Made',
            shapes: { output: { origin: 'by-hand', schema: { $ref: 'file:///etc/passwd' } } },
          }),
        ],
      }),
      components: [of(foreign), of({ ...crm, operations: crm.operations.map(withInput) })],
    },
    catalog,
    [],
  );
  expect(facts.elsewhere).toEqual([
    { step: 'Add', at: ['Order'], ref: 'http://[::1]/order.json' },
    { step: 'Made', at: [], ref: 'file:///etc/passwd' },
  ]);
});
