import { isJsonList, isJsonObject, type Json } from '../../../shared/index.ts';
import type { Flow } from '../../../flow/index.ts';

/** Each text of a template as it is written there, and as it is said in another language. */
export type TemplateTexts = Readonly<Record<string, string>>;

/** What a person reads, or their services get to read: names, titles, chosen words, fixed texts. */
const readable = new Set(['name', 'title', 'labels', 'parts', 'value']);

/** The template with its texts in another language; what has none there (names of products, codes) stays. */
export function inLanguage(flow: Flow, texts: TemplateTexts): Flow {
  const said = (value: Json, isReadable: boolean): Json => {
    if (typeof value === 'string')
      return isReadable && Object.hasOwn(texts, value) ? (texts[value] ?? value) : value;
    if (isJsonList(value)) return value.map((entry) => said(entry, isReadable));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        said(part, readable.has(key) || (isReadable && key.startsWith('/'))),
      ]),
    );
  };
  return said(flow as unknown as Json, false) as unknown as Flow; // of the same shape: only texts were put in place of texts
}
