import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { processorMs } from '../../shared/testing/processor-ms.ts';
import { sayWording } from '../../words/index.ts';
import {
  applyMatches,
  checkBinding,
  matchByName,
  setAt,
  type Binding,
  type Match,
  type SourceType,
} from '../index.ts';

const text: JsonSchema = { type: 'string' };
const email: JsonSchema = { type: 'string', format: 'email' };
const group = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const step = (schema: JsonSchema, from = 's1'): SourceType => ({
  from,
  title: `Step ${from}`,
  schema,
});

/** `target <- source (confidence, reason)`, one line a pair. */
function told(matches: readonly Match[]): string[] {
  return matches.map(({ target, from, sourcePath, binding, confidence, reason }) => {
    const shownPath = (binding.kind === 'ref' ? binding.path : sourcePath)
      .map((part) => (typeof part === 'string' ? part : `[${Object.keys(part)[0] ?? ''}]`))
      .join('.');
    return `${target.join('.')} <- ${from}.${shownPath} (${confidence}, ${reason.code.replace('mapping.match-', '')})`;
  });
}

describe('matchByName', () => {
  it('proposes nothing of what a run knows of itself, as the name of the flow for the name of a person', () => {
    const text = { type: 'string' } as const;
    const named = { type: 'object', properties: { name: text, startedAt: text } } as const;
    const source = { from: 'flow', title: 'Flow', schema: named };
    expect(told(matchByName(named, [source]))).toHaveLength(2);
    expect(matchByName(named, [{ ...source, isNeverProposed: true }])).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['the same name', 'email', 'email', 'sure, same-name'],
    ['case and separators', 'first_name', 'FirstName', 'sure, same-words'],
    ['plural', 'note', 'notes', 'sure, same-words'],
    ['umlauts', 'grosse', 'größe', 'sure, same-words'],
    ['umlauts written out', 'Mueller', 'müller', 'sure, same-words'],
    ['mail', 'email', 'mail', 'sure, same-meaning'],
    ['e-mail', 'email', 'E-Mail', 'sure, same-words'],
    ['given name', 'firstName', 'givenName', 'sure, same-meaning'],
    ['surname', 'lastName', 'surname', 'sure, same-meaning'],
    ['zip', 'postalCode', 'zip', 'sure, same-meaning'],
    ['telephone', 'phone', 'telephoneNumber', 'sure, same-meaning'],
    ['a name with more words', 'email', 'workEmail', 'likely, part-of-name'],
    ['a typing mistake', 'quantity', 'quantitiy', 'likely, nearly-same'],
  ])('knows %s', (_title, target, source, expected) => {
    const matches = matchByName(group({ [target]: text }), [
      step(group({ [source]: text, zzz: text })),
    ]);
    expect(told(matches)).toEqual([`${target} <- s1.${source} (${expected})`]);
  });

  it('knows titles', () => {
    const matches = matchByName(group({ f1: { ...text, title: 'First name' } }), [
      step(group({ a7: { ...text, title: 'Given name' } })),
    ]);
    expect(told(matches)).toEqual(['f1 <- s1.a7 (sure, same-meaning)']);
  });

  it('never pairs what cannot be', () => {
    const matches = matchByName(
      group({ email, active: { type: 'boolean' }, address: group({ city: text }) }),
      [
        step(
          group({
            email: { type: 'string', format: 'uri' },
            active: group({ x: text }),
            address: text,
          }),
        ),
      ],
    );
    expect(matches).toEqual([]);
  });

  it('does not take an ID for every ID', () => {
    expect(
      matchByName(group({ invoiceId: text }), [step(group({ customerId: text, productId: text }))]),
    ).toEqual([]);
  });

  it('proposes the first of a list for a single field, less surely', () => {
    const matches = matchByName(group({ email }), [
      step(group({ emails: list(group({ address: text, kind: text })) })),
    ]);
    expect(told(matches)).toEqual(['email <- s1.emails.[first].address (likely, first-of-list)']);
  });

  it('proposes a list of one field for a list', () => {
    const matches = matchByName(group({ skus: list(text) }), [
      step(group({ lines: list(group({ sku: text })) })),
    ]);
    expect(told(matches)).toEqual(['skus <- s1.lines.[each].sku (sure, same-words)']);
  });

  it('reads a path as one name', () => {
    const matches = matchByName(group({ customerEmail: email }), [
      step(group({ customer: group({ email }), seller: group({ email }) })),
    ]);
    expect(told(matches)).toEqual(['customerEmail <- s1.customer.email (sure, same-path)']);
  });

  it("keeps billing's city apart from shipping's", () => {
    const address = group({ city: text, zip: text });
    const matches = matchByName(group({ billing: address, shipping: address }), [
      step(group({ shippingAddress: address, billingAddress: address })),
    ]);
    expect(told(matches).map((line) => line.split(' (')[0])).toEqual([
      'billing.city <- s1.billingAddress.city',
      'billing.zip <- s1.billingAddress.zip',
      'shipping.city <- s1.shippingAddress.city',
      'shipping.zip <- s1.shippingAddress.zip',
    ]);
  });

  it('makes a "for each" of a list of groups on a list of groups', () => {
    const target = group({ items: list(group({ sku: text, quantity: { type: 'integer' } })) });
    const source = step(
      group({
        orderLines: list(
          group({ articleNumber: text, qty: { type: 'integer' }, price: { type: 'number' } }),
        ),
      }),
    );
    const matches = matchByName(target, [source]);
    expect(
      matches.map(({ reason, confidence }) => [reason.code, confidence, reason.params['count']]),
    ).toEqual([['mapping.match-list', 'sure', 2]]);
    expect(matches[0]?.binding).toEqual({
      kind: 'list',
      parts: [
        {
          forEach: { kind: 'ref', from: 's1', path: ['orderLines'] },
          name: 'order-line',
          item: {
            kind: 'object',
            props: {
              sku: { kind: 'ref', from: 'item:order-line', path: ['articleNumber'] },
              quantity: { kind: 'ref', from: 'item:order-line', path: ['qty'] },
            },
          },
        },
      ],
    });
    expect(checkBinding(applyMatches(undefined, matches), target, [source])).toEqual([]);
  });

  it('turns a number into a text where that is all it takes', () => {
    const matches = matchByName(group({ zip: text }), [step(group({ zip: { type: 'integer' } }))]);
    expect(matches[0]?.binding).toEqual({
      kind: 'convert',
      of: { kind: 'ref', from: 's1', path: ['zip'] },
      with: [{ name: 'to-text' }],
    });
    expect(matches[0]?.confidence).toBe('likely');
  });

  it('leaves filled fields alone', () => {
    const existing = { kind: 'object', props: { email: { kind: 'literal', value: 'x' } } } as const;
    const matches = matchByName(
      group({ email, name: text }),
      [step(group({ email, name: text }))],
      { existing },
    );
    expect(told(matches)).toEqual(['name <- s1.name (sure, same-name)']);
    expect(applyMatches(existing, matches)).toEqual({
      kind: 'object',
      props: { email: existing.props.email, name: { kind: 'ref', from: 's1', path: ['name'] } },
    });
  });

  it('prefers the nearer step', () => {
    const matches = matchByName(group({ email }), [
      step(group({ email }), 's1'),
      step(group({ email }), 's2'),
    ]);
    expect(told(matches)).toEqual(['email <- s2.email (sure, same-name)']);
  });

  it('uses a source field twice only for equal names', () => {
    const matches = matchByName(
      group({ a: group({ email }), b: group({ email }), contactEmail: email }),
      [step(group({ email }))],
    );
    expect(told(matches).map((line) => line.split(' <-')[0])).toEqual(['a.email', 'b.email']);
  });

  const titled = (title: string, schema: JsonSchema = text): JsonSchema => ({ ...schema, title });
  it.each<[string, JsonSchema, JsonSchema, string]>([
    [
      "a company's name for a name",
      group({ name: titled('Name') }),
      group({ company: group({ name: titled('Company name') }) }),
      'name <- s1.company.name (maybe, part-of-name)',
    ],
    [
      "a customer's ID for an ID",
      group({ id: titled('Id') }),
      group({ id: titled('Customer ID') }),
      'id <- s1.id (maybe, part-of-name)',
    ],
    [
      'the name that a longer title asks for',
      group({ name: titled('Company name') }),
      group({ name: titled('Name') }),
      'name <- s1.name (maybe, part-of-name)',
    ],
  ])('takes %s for no more than perhaps right', (_title, target, source, expected) => {
    expect(told(matchByName(target, [step(source)]))).toEqual([expected]);
  });

  it('is sure where the group around says what the longer title says', () => {
    const matches = matchByName(group({ company: group({ name: titled('Name') }) }), [
      step(group({ company: group({ name: titled('Company name') }) })),
    ]);
    expect(told(matches)).toEqual(['company.name <- s1.company.name (sure, same-name)']);
  });

  it('proposes what has to be turned first only perhaps, and says so', () => {
    const [match] = matchByName(group({ count: { type: 'integer' } }), [
      step(group({ count: text })),
    ]);
    expect(match?.confidence).toBe('maybe');
    expect(match && sayWording(match.reason)).toBe(
      '“Count” is a text, and a whole number is needed. It has to be turned first',
    );
  });

  it('prefers what fits to what has to be turned', () => {
    const matches = matchByName(group({ quantity: { type: 'integer' } }), [
      step(group({ quantity: text, qty: { type: 'integer' } })),
    ]);
    expect(told(matches)).toEqual(['quantity <- s1.qty (sure, same-meaning)']);
  });

  describe('a name where the data holds first and last name', () => {
    const person = group({
      first: titled('First name'),
      last: titled('Last name'),
      company: group({ name: titled('Company name') }),
    });

    it('is both, joined as a text', () => {
      const [, match] = matchByName(group({ email, name: titled('Name') }), [
        step(group({ email, person })),
      ]);
      expect(match?.binding).toEqual({
        kind: 'text',
        parts: [
          { kind: 'ref', from: 's1', path: ['person', 'first'] },
          ' ',
          { kind: 'ref', from: 's1', path: ['person', 'last'] },
        ],
      });
      expect(match?.confidence).toBe('likely');
      expect(match && sayWording(match.reason)).toBe('“First name Last name” joined as a text');
    });

    it('is only perhaps so where nothing says that it is a person', () => {
      const matches = matchByName(group({ name: titled('Name'), price: text }), [step(person)]);
      expect(matches.map(({ confidence }) => confidence)).toEqual(['maybe']);
    });

    it.each<[string, JsonSchema]>([
      ['the parts are wanted too', group({ name: text, firstName: text, email })],
      ['it is the name of a group around it', group({ product: group({ name: text }) })],
      ['a longer title says whose name it is', group({ name: titled('Company name'), email })],
    ])('is not joined where %s', (_title, target) => {
      const kinds = matchByName(target, [step(person)]).map(({ binding }) => binding.kind);
      expect(kinds).not.toContain('text');
    });

    it('gives way to a field that is the whole name', () => {
      const matches = matchByName(group({ email, name: text }), [
        step(group({ email, firstName: text, lastName: text, fullName: text })),
      ]);
      expect(told(matches)[1]).toBe('name <- s1.fullName (sure, same-meaning)');
    });
  });

  it('gives the same proposals every time, whatever the order of properties', () => {
    const target = group({ email, firstName: text, lastName: text });
    const one = matchByName(target, [
      step(group({ mail: email, vorname: text, nachname: text, name: text })),
    ]);
    const two = matchByName(target, [
      step(group({ name: text, nachname: text, vorname: text, mail: email })),
    ]);
    expect(told(two)).toEqual(told(one));
    expect(told(one).map((line) => line.split(' (')[0])).toEqual([
      'email <- s1.mail',
      'firstName <- s1.vorname',
      'lastName <- s1.nachname',
    ]);
  });

  it('proposes nothing for names that are never written or read', () => {
    const races = group({ constructor: text, races: list(group({ constructor: text })) });
    expect(matchByName(races, [step(races)])).toEqual([]);
  });
});

describe('applyMatches', () => {
  it('fills fields, groups and what is there already as one after the other would', () => {
    const target = group({ a: text, home: group({ city: text, zip: text }), b: text });
    const matches = matchByName(target, [step(target)]);
    const existing: Binding = {
      kind: 'object',
      variant: 1,
      props: { home: { kind: 'object', props: { street: { kind: 'literal', value: 'x' } } } },
    };
    for (const before of [undefined, existing])
      expect(applyMatches(before, matches)).toEqual(
        matches.reduce<Binding | undefined>(
          (tree, match) => setAt(tree, match.target, match.binding),
          before,
        ),
      );
  });

  it('fills a form of five thousand fields in a moment', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`field${String(at)}`, text]),
    );
    const matches = matchByName(group({ field: text }), [step(group({ field: text }))]);
    const many = Object.keys(fields).flatMap((name) =>
      matches.map((match) => ({ ...match, target: [name] })),
    );
    const start = processorMs();
    const made = applyMatches(undefined, many);
    expect(made?.kind === 'object' && Object.keys(made.props)).toEqual(Object.keys(fields));
    expect(processorMs(start)).toBeLessThan(2000); // a copy for each field took 12 seconds
  });
});
