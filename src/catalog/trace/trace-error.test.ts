import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { processorMs } from '../../shared/testing/processor-ms.ts';
import { takeAnswer } from '../call/take-answer.ts';
import type { CallFailure } from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import type { Operation } from '../component/operation.ts';
import { answered, anOperation, group, input, planned, ref } from '../testing/a-call.ts';
import { shippedCatalog } from '../testing/shipped.ts';

const traced = (
  operation: Operation,
  given: Json,
  status: number,
  body: Json,
): CallFailure['fields'] => {
  const taken = takeAnswer({
    operation,
    request: planned(operation, given),
    answer: answered(status, body),
  });
  return taken.ok ? [] : taken.reason.fields;
};
const pathsOf = (fields: CallFailure['fields']): string[] =>
  fields.map(({ path }) => path.join('.'));
const posting = (
  from: NonNullable<HttpCall['body']>['from'],
  errors?: NonNullable<HttpCall['take']>['errors'],
): Operation =>
  anOperation({
    method: 'POST',
    body: { as: 'json', from },
    ...(errors === undefined ? {} : { take: { errors } }),
  });
const whole = posting(input());

describe('the shipped components', () => {
  const catalog = shippedCatalog();
  const operation = (component: string, id: string): Operation => {
    const found = catalog.operation(component, id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  it('name the field of a bad row by its pointer', () => {
    const body = {
      code: 'invalid',
      message: 'This customer cannot be accepted.',
      errors: [{ field: '/emails/1/address', code: 'malformed', message: 'Not complete.' }],
    };
    expect(
      traced(
        operation('catalog:crm', 'add-customer'),
        { emails: [{ address: 'a@b.c' }, { address: 'x' }] },
        422,
        body,
      ),
    ).toEqual([{ path: ['emails', 1, 'address'], words: 'Not complete.' }]);
  });

  it('name the field of a duplicate, with the words for it', () => {
    const body = {
      error: {
        code: 'already_subscribed',
        message: 'ada@example.com is on the list already.',
        field: 'email',
      },
    };
    expect(
      traced(
        operation('catalog:newsletter', 'add-subscriber'),
        { email: 'ada@example.com' },
        409,
        body,
      ),
    ).toEqual([{ path: ['email'], words: 'ada@example.com is on the list already.' }]);
  });

  it('name fields by a map of words', () => {
    const body = {
      error: {
        code: 'invalid',
        message: 'No.',
        fields: { email: 'Not complete.', firstName: 'This field is needed.' },
      },
    };
    expect(
      traced(operation('catalog:newsletter', 'add-subscriber'), { email: 'x' }, 422, body),
    ).toEqual([
      { path: ['email'], words: 'Not complete.' },
      { path: ['firstName'], words: 'This field is needed.' },
    ]);
  });

  it('name the ID that is not known, though no field is named', () => {
    expect(
      pathsOf(
        traced(operation('catalog:crm', 'find-customer-by-id'), { id: 'c-9999' }, 404, {
          message: 'There is no customer c-9999.',
        }),
      ),
    ).toEqual(['id']);
  });
});

describe('a named field', () => {
  const list = { fields: { list: '/errors', field: '/field', text: '/message' } };
  const name = (operation: Operation, given: Json, field: string): string[] =>
    pathsOf(traced(operation, given, 422, { errors: [{ field, message: 'no' }] }));

  it('is led back through what the body was made of', () => {
    const renaming = posting(
      group({
        person: group({
          mail: input('email'),
          years: { kind: 'convert', of: input('age'), with: [{ name: 'to-number' }] },
        }),
        label: { kind: 'text', parts: ['Dear ', input('name')] },
        source: { kind: 'literal', value: 'footbridge' },
      }),
      list,
    );
    const given = { email: 'ada@example.com', age: '36', name: 'Ada' };
    expect(name(renaming, given, '/person/mail')).toEqual(['email']);
    expect(name(renaming, given, 'person.years')).toEqual(['age']);
    expect(name(renaming, given, 'label')).toEqual(['name']);
    expect(name(renaming, given, 'source')).toEqual([]);
  });

  it('is led back through a list, entry by entry', () => {
    const lines = posting(
      group({
        rows: {
          kind: 'list',
          parts: [
            { item: input('first') },
            {
              forEach: input('lines'),
              name: 'line',
              item: group({ article: ref('item:line', 'sku') }),
            },
          ],
        },
      }),
      list,
    );
    const given = { first: 'x', lines: [{ sku: 'a' }, { sku: 'b' }] };
    expect(name(lines, given, '/rows/0')).toEqual(['first']);
    expect(name(lines, given, '/rows/2/article')).toEqual(['lines.1.sku']);
  });

  it.each([
    ['email'],
    ['/email'],
    ['#/email'],
    ['$.email'],
    ['body.email'],
    ['data.attributes.email'],
    ['/body/email'],
    ['E-Mail'],
    ['["email"]'],
  ])('may be written as %s', (field) => {
    expect(name(posting(input(), list), { email: 'x' }, field)).toEqual(['email']);
  });

  it('may be one that was not sent at all', () => {
    expect(name(posting(input(), list), {}, 'address.city')).toEqual(['address.city']);
  });

  it('may be a parameter of the query', () => {
    const search = anOperation({ query: group({ since: input('from', 'date') }) });
    expect(name(search, { from: { date: 'yesterday' } }, 'since')).toEqual(['from.date']);
  });
});

describe('a service that declares nothing', () => {
  it.each<[string, Json]>([
    ['Problem Details', { title: 'Bad', 'invalid-params': [{ name: 'email', reason: 'taken' }] }],
    ['JSON:API', { errors: [{ detail: 'taken', source: { pointer: '/data/attributes/email' } }] }],
    ['FastAPI', { detail: [{ loc: ['body', 'email'], msg: 'taken' }] }],
    ['Laravel', { message: 'No.', errors: { email: ['taken'] } }],
    ['Django', { email: ['taken'] }],
    ['Stripe', { error: { message: 'taken', param: 'email' } }],
    ['a sentence with the value', { message: 'ada@example.com is taken' }],
    ['a sentence with the name', 'The field email is not complete'],
  ])('is understood: %s', (_service, body) => {
    expect(
      pathsOf(traced(whole, { email: 'ada@example.com', firstName: 'Ada' }, 422, body)),
    ).toEqual(['email']);
  });

  it('may call a field by its title', () => {
    const titled: Operation = {
      ...whole,
      slots: {
        input: {
          kind: 'value',
          schema: {
            type: 'object',
            properties: {
              mail: { title: 'E-mail address' },
              company: { properties: { vat: { title: 'VAT number' } } },
            },
          },
        },
      },
    };
    const given = { mail: 'x', company: { vat: 'y', city: 'Oslo' } };
    const said = (body: Json): string[] => pathsOf(traced(titled, given, 422, body));
    expect(said('The email address is not complete.')).toEqual(['mail']);
    expect(said({ errors: [{ field: 'VAT Number', message: 'is not known' }] })).toEqual([
      'company.vat',
    ]);
    expect(said('The address of the company is not complete.')).toEqual([]);
  });

  it('is not guessed at when too many fields could be meant', () => {
    const given = {
      name: 'Adam Smith',
      alias: 'Adam Smith',
      label: 'Adam Smith',
      title: 'Adam Smith',
    };
    expect(traced(whole, given, 422, 'Adam Smith is not allowed')).toEqual([]);
  });

  it('is not guessed at when the trouble is the key or the service', () => {
    for (const status of [401, 403, 429, 500])
      expect(traced(whole, { email: 'ada@example.com' }, status, 'ada@example.com')).toEqual([]);
  });

  it('does not take short or common values for a trace', () => {
    expect(traced(whole, { code: 'DE', on: true, count: 1 }, 422, 'DE 1 true')).toEqual([]);
  });

  it('is not searched for again and again where hundreds of rows share what a long error tells back', () => {
    const row = { country: 'Germany', city: 'Mainz am Rhein' };
    const body = { message: `Not saved: ${'Germany, Mainz am Rhein; '.repeat(300)}` };
    const start = processorMs();
    expect(traced(whole, { rows: Array.from({ length: 600 }, () => row) }, 422, body)).toEqual([]);
    expect(traced(whole, row, 422, body).map(({ path }) => path)).toEqual([['country'], ['city']]);
    expect(processorMs(start)).toBeLessThan(3000); // every place with every other took minutes
  });
});
