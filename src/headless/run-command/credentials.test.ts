import { describe, expect, it } from 'vitest';
import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import type { Flow } from '../../flow/index.ts';
import { aFlow, findCustomers } from '../../flow/testing/a-flow.ts';
import { fillSlots, parseCredentials } from './credentials.ts';

const catalog = shippedCatalog();
const flow = aFlow({ steps: [findCustomers()] });
const secret = 'a-secret-of-this-test';
const valuesOf = (given: Partial<Parameters<typeof fillSlots>[2]>, of: Flow = flow) =>
  fillSlots(of, catalog, { file: undefined, environment: {}, ...given }).map(
    ({ slot, values }) => [slot.id, values] as const,
  );

describe('a connection is filled', () => {
  const filled = [['crm-key', { key: secret }]];
  it('by its name or its id in the file', () => {
    expect(valuesOf({ file: { 'CRM key': { key: secret } } })).toEqual(filled);
    expect(valuesOf({ file: { 'crm-key': { key: secret } } })).toEqual(filled);
  });

  it('from its variable, as an object or as the only value there is', () => {
    expect(valuesOf({ environment: { FOOTBRIDGE_CREDENTIAL_CRM_KEY: secret } })).toEqual(filled);
    expect(
      valuesOf({ environment: { FOOTBRIDGE_CREDENTIAL_CRM_KEY: `{"key":"${secret}"}` } }),
    ).toEqual(filled);
  });

  it('from the file before the environment', () => {
    const environment = { FOOTBRIDGE_CREDENTIAL_CRM_KEY: 'another' };
    expect(valuesOf({ file: { 'CRM key': { key: secret } }, environment })).toEqual(filled);
  });

  it('only where a step uses it', () => {
    const off = aFlow({ steps: [findCustomers('find', { disabled: true })] });
    expect(valuesOf({}, off)).toEqual([]);
  });
});

describe('a connection that is not filled', () => {
  it('is named, with the places where its key can be put', () => {
    expect(() => valuesOf({ file: { other: {} } })).toThrow(
      'The connection "CRM key" of CRM has no key. Put it under "CRM key" into the file of --credentials, or into FOOTBRIDGE_CREDENTIAL_CRM_KEY.',
    );
  });

  it('is asked for by its id where two have the same name', () => {
    const [first, second] = flow.credentials;
    if (first === undefined || second === undefined) throw new Error('two connections');
    const twins = { ...flow, credentials: [first, { ...second, name: first.name }] };
    expect(() => valuesOf({ file: { 'CRM key': { key: secret } } }, twins)).toThrow(
      'under "crm-key"',
    );
  });

  it('says which values are needed, and quotes none', () => {
    const wrong = () => valuesOf({ file: { 'CRM key': [secret] } });
    expect(wrong).toThrow('The connection "CRM key" needs these values, by name: key.');
    expect(wrong).not.toThrow(secret);
  });

  it.each([
    [`{\n  "CRM": "${secret}",\n}`, /^The file keys\.json is not JSON \(line 3\)/],
    [`{\n  "CRM": ${secret}\n}`, /^The file keys\.json /],
    [`"${secret}"`, /^The file keys\.json does not name connections/],
  ])('says of a broken file what it looks like, and quotes nothing of it', (text, words) => {
    const read = () => parseCredentials(text, 'keys.json');
    expect(read).toThrow(words);
    expect(read).not.toThrow(secret);
  });
});
