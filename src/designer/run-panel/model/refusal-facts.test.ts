import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import type { Failure } from '../../../runtime/contract.ts';
import { familyOf, fieldSources, refusedFields } from './refusal-facts.ts';

const refused: Failure = {
  kind: 'terminal',
  code: 'service.refused',
  params: {},
  status: 422,
  fields: [{ path: ['email'], value: 'ada.example.com', words: 'is not an e-mail address' }],
};
const subscriber = {
  type: 'object',
  properties: {
    email: { title: 'E-mail', type: 'string' },
    birthday: { title: 'Birthday', type: 'string' },
  },
  required: ['email'],
} as const;
const crm = {
  from: 'find',
  title: 'CRM',
  schema: {
    type: 'object',
    properties: {
      emails: {
        title: 'E-mails',
        type: 'array',
        items: {
          type: 'object',
          properties: { address: { title: 'E-mail address', type: 'string' } },
        },
      },
    },
  },
} as const;
const firstEmail: Binding = {
  kind: 'object',
  props: {
    email: {
      kind: 'convert',
      of: { kind: 'ref', from: 'find', path: ['emails', { first: true }, 'address'] },
      with: [{ name: 'trim' }],
    },
  },
};

describe('a refused field', () => {
  it('is said with the label, the sent value and the field that it came from', () => {
    expect(refusedFields(refused, { schema: subscriber, binding: firstEmail }, [crm])).toEqual([
      {
        path: ['email'],
        title: 'E-mail',
        key: 'email',
        value: 'ada.example.com',
        words: 'is not an e-mail address',
        sources: [{ step: 'find', field: 'E-mail address' }],
        optional: false,
      },
    ]);
  });

  it('may be left out when the service does not need it', () => {
    const failure: Failure = { ...refused, fields: [{ path: ['birthday'] }] };
    expect(
      refusedFields(failure, { schema: subscriber, binding: firstEmail }, [crm])[0],
    ).toMatchObject({ optional: true, sources: [] });
  });
});

describe('where a value came from', () => {
  it('is below the whole record when the whole record is sent', () => {
    expect(fieldSources({ kind: 'ref', from: 'find', path: [] }, ['vat_id'], [crm])).toEqual([
      { step: 'find', field: 'VAT ID' },
    ]);
  });

  it('follows an entry to the list that it is taken from', () => {
    const binding: Binding = {
      kind: 'object',
      props: {
        addresses: {
          kind: 'list',
          parts: [
            {
              forEach: { kind: 'ref', from: 'find', path: ['emails'] },
              name: 'mail',
              item: {
                kind: 'object',
                props: { mail: { kind: 'ref', from: 'item:mail', path: ['address'] } },
              },
            },
          ],
        },
      },
    };
    expect(fieldSources(binding, ['addresses', 0, 'mail'], [crm])).toEqual([
      { step: 'find', field: 'E-mail address' },
    ]);
  });

  it('names each source of a text once', () => {
    const name: Binding = { kind: 'ref', from: 'find', path: ['name'] };
    const binding: Binding = {
      kind: 'object',
      props: { greeting: { kind: 'text', parts: ['Dear ', name, name] } },
    };
    expect(fieldSources(binding, ['greeting'], [])).toEqual([{ step: 'find', field: 'Name' }]);
  });

  it('is nothing for a field that was never filled', () => {
    expect(fieldSources(firstEmail, ['language'], [crm])).toEqual([]);
  });
});

describe('the family of a failure', () => {
  const plain: Failure = { kind: 'terminal', code: 'service.refused', params: {}, fields: [] };
  it.each([
    [{ ...plain, status: 401 }, 'sign-in'],
    [{ ...plain, code: 'proxy.credential-revoked' }, 'sign-in'],
    [{ ...plain, code: 'proxy.sign-in-again' }, 'sign-in'],
    [{ ...plain, status: 403 }, 'not-allowed'],
    [{ ...plain, status: 404 }, 'not-found'],
    [{ ...plain, status: 409 }, 'exists-already'],
    [{ ...plain, status: 422 }, 'data'],
    [{ ...plain, status: 429 }, 'too-fast'],
    [{ ...plain, status: 503 }, 'service-trouble'],
    [{ ...plain, code: 'proxy.service-unreachable' }, 'no-answer'],
    [{ ...plain, code: 'proxy.service-too-slow', kind: 'retryable' }, 'no-answer'],
    [{ ...plain, code: 'proxy.certificate-not-trusted' }, 'no-answer'],
    [{ ...plain, code: 'failures.too-slow', status: 504 }, 'service-trouble'],
    [{ ...plain, code: 'mapping.missing-value' }, 'mapping'],
    [{ ...plain, kind: 'cancelled' }, 'stopped'],
    [plain, 'other'],
  ] as const)('of %o is %s', (failure, family) => {
    expect(familyOf(failure)).toBe(family);
  });
});
