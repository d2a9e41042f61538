import { describe, expect, it } from 'vitest';
import { parseComponent } from './parse-component.ts';
import { aComponent, anOperation } from './testing/a-call.ts';
import { shippedComponents, shippedTexts } from './testing/shipped.ts';
import { inLanguage, textsOf } from './texts.ts';

const shipped = shippedComponents();
const german = shippedTexts('de');

describe.each(shipped.map((component) => [component.id, component] as const))(
  'the German of %s',
  (id, component) => {
    const texts = german[id] ?? {};

    it('has every text of the component and no other', () => {
      const wanted = textsOf(component);
      expect({
        missing: wanted.filter((text) => !Object.hasOwn(texts, text)),
        leftOver: Object.keys(texts).filter((text) => !wanted.includes(text)),
      }).toEqual({ missing: [], leftOver: [] });
    });

    it('fills the same blanks', () => {
      const blanks = (text: string): readonly string[] =>
        (text.match(/\{\/?\w+\}/g) ?? []).toSorted();
      const others = Object.entries(texts).filter(
        ([english, text]) => blanks(english).join() !== blanks(text).join(),
      );
      expect(others).toEqual([]);
    });

    it('is still a component', () => {
      expect(parseComponent(inLanguage(component, 'de', texts)).ok).toBe(true);
    });
  },
);

describe('a component in another language', () => {
  const schema = {
    type: 'object',
    title: 'Order',
    properties: {
      title: { type: 'string', title: 'Name', default: 'Name' },
      lines: { type: 'array', items: { oneOf: [{ const: 'Order', title: 'Order' }] } },
    },
  } as const;
  const component = {
    ...aComponent(
      anOperation(
        {},
        {
          title: 'Add',
          settings: schema,
          slots: { input: { kind: 'value' as const, title: 'Order', help: 'Add', schema } },
          sample: { input: { title: 'Order' } },
          branches: { list: 'ways', match: 'match', otherwise: { id: 'rest', title: 'Else' } },
        },
      ),
    ),
    title: { en: 'Shop', de: 'Laden' },
    categories: ['Sales'],
  };
  const texts = { Order: 'Bestellung', Name: 'Bezeichnung', Add: 'Hinzufügen', Else: 'Sonst' };
  const told = inLanguage(component, 'de', texts);
  const [operation] = told.operations;

  it('says what people read in it, and the rest in English', () => {
    expect(told.title).toBe('Laden');
    expect(told.categories).toEqual(['Sales']);
    expect(operation?.title).toBe('Hinzufügen');
    expect(operation?.slots['input']).toMatchObject({ title: 'Bestellung', help: 'Hinzufügen' });
  });

  it('keeps data: names of fields, values, defaults, samples', () => {
    expect(operation?.settings).toEqual({
      type: 'object',
      title: 'Bestellung',
      properties: {
        title: { type: 'string', title: 'Bezeichnung', default: 'Name' },
        lines: { type: 'array', items: { oneOf: [{ const: 'Order', title: 'Bestellung' }] } },
      },
    });
    expect(operation?.sample).toEqual({ input: { title: 'Order' } });
  });

  it('keeps the English name of a way out, by which a Join names its data', () => {
    expect(operation?.branches?.otherwise.title).toEqual({ en: 'Else', de: 'Sonst' });
  });

  it('lists each English text once', () => {
    expect(textsOf(component)).toEqual([
      'Shop',
      'A service for tests',
      'Sales',
      'Add',
      'Does it',
      'Else',
      'Order',
      'Name',
    ]);
  });
});
