import { describe, expect, it } from 'vitest';
import { deedOf, reachesAnyService, tellsOf } from './deed-of.ts';
import { placesCalled, type CalledPlace } from './places-called.ts';
import { signInKinds } from './sign-in-kinds.ts';
import { anOperation } from './testing/a-call.ts';
import { shippedComponents } from './testing/shipped.ts';

const shipped = new Map(shippedComponents().map((component) => [component.id, component]));
const component = (name: string) => {
  const found = shipped.get(`catalog:${name}`);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('what an operation does', () => {
  it('is told by its traits', () => {
    const deed = (change: Parameters<typeof anOperation>[1]) => deedOf(anOperation({}, change));
    expect(deed({ effect: 'read' })).toBe('finds');
    expect(deed({ effect: 'write', does: 'add' })).toBe('adds');
    expect(deed({ effect: 'write', does: 'change' })).toBe('changes');
    expect(deed({ effect: 'write', does: 'send' })).toBe('sends');
    expect(deed({ effect: 'write' })).toBe('adds-or-changes');
    expect(deed({ effect: 'delete' })).toBe('removes');
    expect(deed({ effect: { from: '/method', table: {} } })).toBe('depends');
    expect(deed({ effect: 'read', call: { via: 'core', executor: 'filter' } })).toBe('works');
    expect(deed({ starts: 'webhook', call: { via: 'webhook' } })).toBe('waits');
  });

  it('is said of everything that a connector writes', () => {
    const unsaid = [...shipped.values()]
      .filter(({ kind }) => kind === 'connector')
      .flatMap(({ id, operations }) =>
        operations
          .filter(({ effect = 'write', does }) => effect === 'write' && does === undefined)
          .map((operation) => `${id} ${operation.id}`),
      );
    expect(unsaid).toEqual([]);
  });

  it('may tell a flow of what is new, and of what changed', () => {
    expect(tellsOf(anOperation({}, { starts: 'poll', pollKey: '/id' }))).toBe('new');
    expect(tellsOf(anOperation({}, { starts: 'poll', pollKey: ['/id', '/at'] }))).toBe(
      'new-and-changed',
    );
    expect(tellsOf(anOperation({}, { starts: 'webhook' }))).toBe('calls');
    expect(tellsOf(anOperation({}))).toBeUndefined();
  });
});

describe('how people sign in', () => {
  it.each([
    ['google-sheets', ['window']],
    ['slack', ['window']],
    ['stripe', ['key']],
    ['jira', ['window', 'key']],
    ['trello', ['key']],
    ['database', ['password']],
    ['filter', ['none']],
    ['webhook', ['none']],
    ['rest', ['none', 'key', 'password', 'window']],
  ])('at %s is %j', (name, kinds) => {
    expect(signInKinds(component(name))).toEqual(kinds);
  });
});

describe('where a component reaches to', () => {
  const told = (name: string) => placesCalled(component(name)).map(inShort);

  it('is the hosts that it names, with what only the account says left open', () => {
    expect(told('stripe')).toEqual(['api.stripe.com']);
    expect(told('zendesk')).toEqual(['<Name of your Zendesk>.zendesk.com']);
    expect(told('mailchimp')).toEqual(['(API key).api.mailchimp.com']);
    expect(told('sendgrid')).toEqual(['api.sendgrid.com', 'api.eu.sendgrid.com']);
  });

  it('is also where a service may say at the sign-in that an account is', () => {
    expect(told('jira')).toEqual(['<Name of your Jira>.atlassian.net', 'api.atlassian.com']);
    expect(told('pipedrive')).toEqual(['api.pipedrive.com', '*.pipedrive.com']);
  });

  it('is told apart by what is asked there', () => {
    const upload = placesCalled(component('box')).find(
      (place) => inShort(place) === 'upload.box.com',
    );
    expect(upload?.operations.map(({ id }) => id)).toEqual(['upload-file']);
  });

  it('is what the person types, where the component is for any service', () => {
    expect(told('rest')).toEqual(['typed: either']);
    expect(told('email')).toEqual(['typed: credential']);
    expect(told('database')).toEqual(['typed: credential', 'file']);
    expect(told('crm')).toEqual(['named: sample-crm']);
    expect(told('filter')).toEqual([]);
  });
});

it('what reaches any service is told from what is made for one and what stays inside', () => {
  const found = [...shipped.values()].filter(reachesAnyService).map(({ id }) => id);
  expect(found).toEqual(
    expect.arrayContaining(['catalog:rest', 'catalog:webhook', 'catalog:openapi']),
  );
  expect(found).not.toEqual(expect.arrayContaining(['catalog:filter']));
  expect(found).not.toEqual(expect.arrayContaining(['catalog:stripe']));
});

function inShort(place: CalledPlace): string {
  switch (place.kind) {
    case 'host':
      return place.host
        .map((part) =>
          'text' in part ? part.text : 'field' in part ? `<${part.field}>` : `(${part.partOf})`,
        )
        .join('');
    case 'named':
      return `named: ${place.name}`;
    case 'typed':
      return `typed: ${place.by}`;
    case 'file':
      return 'file';
  }
}
