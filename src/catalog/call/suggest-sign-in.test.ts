import { expect, it } from 'vitest';
import type { Component } from '../component/component.ts';
import type { CredentialType } from '../component/credential-type.ts';
import type { Operation } from '../component/operation.ts';
import { withRequest, type RequestNote } from '../openapi/request-note.ts';
import { shippedComponents } from '../testing/shipped.ts';
import { knownOfStep, suggestSignIns } from './suggest-sign-in.ts';

const component = shippedComponents().find(({ id }) => id === 'catalog:openapi') as Component;
const operation = component.operations[0] as Operation;

function suggested(signIn: RequestNote['signIn'], address?: string) {
  const note: RequestNote = {
    method: 'GET',
    path: '/a',
    parameters: [],
    ...(signIn !== undefined && { signIn }),
    ...(address !== undefined && { address }),
  };
  const shapes = { input: { schema: withRequest({ type: 'object' }, note) } };
  return suggestSignIns(component, operation, {}, shapes);
}

it('names the kind of account and fills in what the description says', () => {
  expect(
    suggested(
      [
        { scheme: 'api-key', in: 'query', name: 'appid' },
        {
          scheme: 'oauth2',
          grant: 'authorization-code',
          authorizeUrl: 'https://login.example.com/a',
          tokenUrl: 'https://login.example.com/t',
          scopes: 'read',
        },
        { scheme: 'bearer' },
      ],
      'https://api.example.com/v1',
    ),
  ).toEqual([
    { type: 'query-key', values: { address: 'https://api.example.com', name: 'appid' } },
    {
      type: 'oauth-sign-in',
      values: {
        address: 'https://api.example.com',
        exchangeAddress: 'https://login.example.com/t',
        rights: 'read',
        signInAddress: 'https://login.example.com/a',
      },
    },
    { type: 'token', values: { address: 'https://api.example.com' } },
  ]);
});

it('says nothing where the description says nothing', () => {
  expect(suggested(undefined)).toEqual([]);
  expect(suggestSignIns(component, operation, {}, undefined)).toEqual([]);
});

it('knows from the step where a key goes, and nothing of where it does not say so', () => {
  const rest = shippedComponents().find(({ id }) => id === 'catalog:rest') as Component;
  const token = rest.credentials[0] as CredentialType;
  expect(knownOfStep(rest, token, 'https://api.example.com')).toEqual({
    address: 'https://api.example.com',
  });
  expect(knownOfStep(rest, token, undefined)).toEqual({});
  const crm = shippedComponents().find(({ id }) => id === 'catalog:crm') as Component;
  const key = crm.credentials[0] as CredentialType;
  expect(knownOfStep(crm, key, 'https://api.example.com')).toEqual({});
});
