/**
 * A template in another language. Only what people read, or what their services get to read, is said in it: names, labels,
 * titles of shapes, and the fixed texts of mappings. What means something to a service or to the flow (ids, other settings,
 * names of entries and conversions, values that are looked for) stays, also where it is the same word.
 */
import { schemasInLanguage } from '../../../catalog/texts.ts';
import type { Flow, Shape, Step } from '../../../flow/index.ts';
import { isJsonList, isJsonObject, type Json } from '../../../shared/index.ts';

/** Each text of a template as it is written there, and as it is said in another language. */
export type TemplateTexts = Readonly<Record<string, string>>;

export function inLanguage(flow: Flow, texts: TemplateTexts): Flow {
  const said = (text: string): string =>
    (Object.hasOwn(texts, text) ? texts[text] : undefined) ?? text;
  const saidSchema = schemasInLanguage(texts);
  return {
    ...flow,
    name: said(flow.name),
    steps: flow.steps.map(saidStep),
    credentials: flow.credentials.map((slot) => ({ ...slot, name: said(slot.name) })),
  };

  function saidStep(step: Step): Step {
    const { labels, shapes } = step;
    return {
      ...step,
      name: said(step.name),
      settings: eachOf(step.settings, saidNames),
      ...(labels && { labels: eachOf(labels, said) }),
      ...(shapes && { shapes: eachOf(shapes, saidShape) }),
      slots: eachOf(step.slots, saidTexts),
    };
  }

  /** What has an id for the flow in a step's settings (a branch) has its name for people. */
  function saidNames(setting: Json): Json {
    if (isJsonList(setting)) return setting.map(saidNames);
    if (!isJsonObject(setting)) return setting;
    const { id, name } = setting;
    return id !== undefined && typeof name === 'string'
      ? { ...setting, name: said(name) }
      : setting;
  }

  function saidShape(shape: Shape): Shape {
    return { ...shape, schema: saidSchema(shape.schema) };
  }

  /** The same binding or condition: only its fixed texts are others. */
  function saidTexts<Part>(part: Part): Part {
    const value = part as Json; // slots hold nothing else
    if (isJsonList(value)) return value.map(saidTexts) as Part;
    if (!isJsonObject(value)) return part;
    if (value['kind'] === 'literal' || value['name'] === 'default-if-empty')
      return { ...value, ...saidValue(value['value']) } as Part;
    if (value['kind'] === 'text' && isJsonList(value['parts'])) {
      const parts = value['parts'].map((one) =>
        typeof one === 'string' ? said(one) : saidTexts(one),
      );
      return { ...value, parts } as Part;
    }
    return eachOf(value, saidTexts) as Part;
  }

  function saidValue(value: Json | undefined): { readonly value?: Json } {
    return typeof value === 'string' ? { value: said(value) } : {};
  }
}

/** Parts that are not there are not made. */
function eachOf<Of extends object>(
  of: Of,
  change: (part: NonNullable<Of[keyof Of]>) => Of[keyof Of],
): Of {
  const parts = Object.entries(of) as [string, Of[keyof Of]][]; // which the type of `entries` leaves out
  return Object.fromEntries(
    parts.map(([key, part]) => [key, part === undefined || part === null ? part : change(part)]),
  ) as Of;
}
