import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import {
  applyMatches,
  checkBinding,
  compileBinding,
  matchByName,
  type Evaluation,
  type Match,
  type SourceType,
} from '../index.ts';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const integer: JsonSchema = { type: 'integer' };
const email: JsonSchema = { type: 'string', format: 'email' };
const group = (properties: Record<string, JsonSchema>) =>
  ({ type: 'object', properties, required: Object.keys(properties) }) satisfies JsonSchema;
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const texts = (...names: string[]) => group(Object.fromEntries(names.map((name) => [name, text])));
const step = (schema: JsonSchema, from = 's1'): SourceType => ({ from, title: 'Shop', schema });
const pairs = (matches: readonly Match[]): string[] =>
  matches.map(({ target, sourcePath }) => {
    const path = sourcePath.filter((segment) => typeof segment === 'string');
    return `${target.join('.')} <- ${path.join('.')}`;
  });

describe('matchByName on real forms', () => {
  it('fills an English contact from a German one', () => {
    const target = texts(
      'firstName',
      'lastName',
      'email',
      'phone',
      'street',
      'postalCode',
      'city',
      'country',
      'company',
    );
    const source = texts(
      'Vorname',
      'Nachname',
      'E-Mail-Adresse',
      'Telefonnummer',
      'Straße',
      'PLZ',
      'Ort',
      'Land',
      'Firma',
    );
    expect(pairs(matchByName(target, [step(source)]))).toEqual([
      'firstName <- Vorname',
      'lastName <- Nachname',
      'email <- E-Mail-Adresse',
      'phone <- Telefonnummer',
      'street <- Straße',
      'postalCode <- PLZ',
      'city <- Ort',
      'country <- Land',
      'company <- Firma',
    ]);
  });

  it('fills a German contact from an English one', () => {
    const target = texts('Vorname', 'Nachname', 'Straße', 'PLZ', 'Ort', 'Firma');
    const source = texts('given_name', 'family_name', 'street', 'zip', 'city', 'company_name');
    expect(pairs(matchByName(target, [step(source)]))).toEqual([
      'Vorname <- given_name',
      'Nachname <- family_name',
      'Straße <- street',
      'PLZ <- zip',
      'Ort <- city',
      'Firma <- company_name',
    ]);
  });

  it('takes the same level before a deeper one', () => {
    const target = group({ email, name: text });
    const source = group({ email, name: text, billing: group({ email, name: text }) });
    expect(pairs(matchByName(target, [step(source)]))).toEqual(['email <- email', 'name <- name']);
  });

  it('makes a card for lists of groups, with the pairs inside, and what it makes fits', () => {
    const target = group({
      customer: group({ email, fullName: text }),
      lineItems: list(group({ sku: text, quantity: integer, unitPrice: number })),
    });
    const source = group({
      buyer: group({ mail: email, name: text }),
      notes: list(group({ text, author: text })),
      items: list(group({ sku: text, quantity: integer, unit_price: number })),
    });
    const matches = matchByName(target, [step(source)]);
    const binding = applyMatches(undefined, matches);
    const { value, problems } = compileBinding(
      binding ?? { kind: 'literal', value: null },
    ).evaluate(
      {
        s1: {
          buyer: { mail: 'a@b.co', name: 'Ada' },
          notes: [],
          items: [{ sku: 'x', quantity: 2, unit_price: 1.5 }],
        },
      },
      { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => '' },
    ) as Evaluation;
    expect(problems).toEqual([]);
    expect(value).toEqual({
      customer: { email: 'a@b.co', fullName: 'Ada' },
      lineItems: [{ sku: 'x', quantity: 2, unitPrice: 1.5 }],
    });
    expect(checkBinding(binding, target, [step(source)])).toEqual([]);
  });

  it('never pairs what cannot be: lists and yes or no with groups, dates with addresses', () => {
    const target = group({
      tags: list(text),
      active: { type: 'boolean' },
      website: { type: 'string', format: 'uri' },
      address: group({ city: text }),
    });
    const source = group({
      tags: group({ a: text }),
      active: group({ since: text }),
      website: { type: 'string', format: 'date' },
      address: { type: 'boolean' },
    });
    expect(matchByName(target, [step(source)])).toEqual([]);
  });

  it('does not take the second of something for the first', () => {
    const target = texts('addressLine1', 'phone1');
    const source = texts('addressLine2', 'phone2');
    expect(matchByName(target, [step(source)])).toEqual([]);
  });

  it('says for each pair why, in words, and how surely', () => {
    const matches = matchByName(texts('firstName', 'zip', 'workEmail', 'quantitiy'), [
      step(texts('first_name', 'PLZ', 'email', 'quantity')),
    ]);
    expect(matches.map(({ reason, confidence }) => [sayWording(reason), confidence])).toEqual([
      ['Same name, written differently', 'sure'],
      ['“PLZ” means the same', 'sure'],
      ['Similar name: “Email”', 'likely'],
      ['Nearly the same name: “Quantity”', 'likely'],
    ]);
    for (const { score } of matches) expect(score > 0 && score <= 1).toBe(true);
  });

  it('gives the same pairs again', () => {
    const names = Array.from({ length: 80 }, (_, at) => `field${String(at % 40)}_${String(at)}`);
    const first = matchByName(texts(...names), [step(texts(...names.toReversed()))]);
    const again = matchByName(texts(...names), [step(texts(...names.toReversed()))]);
    expect(again).toEqual(first);
    expect(first).toHaveLength(80);
  });
});
