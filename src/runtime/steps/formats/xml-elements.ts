/**
 * XML as data. What could make a reader work without end or reach elsewhere is refused: a DOCTYPE (so no text names
 * another one), elements inside each other without measure.
 */
import { SaxesParser } from 'saxes';
import { isRefusedName } from '../../../mapping/index.ts';
import {
  failure,
  success,
  type Json,
  type JsonObject,
  type Result,
} from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';

export interface ElementsAsked {
  /** Names of elements that are a list even where there is one. */
  readonly alwaysLists: ReadonlySet<string>;
  readonly keepsPrefixes: boolean;
}

const deepest = 200;

/** What is open: its attributes and children so far, and the text between them. */
interface Open {
  readonly name: string;
  readonly fields: Map<string, Json | Json[]>;
  text: string;
}

class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: `steps.${string}`, params: Readonly<Record<string, string | number>>) {
    super(code);
    this.failure = refusedAt(code, ['text'], params);
  }
}

export function readElements(
  text: string,
  { alwaysLists, keepsPrefixes }: ElementsAsked,
): Result<JsonObject, Failure> {
  const parser = new SaxesParser();
  const open: Open[] = [{ name: '', fields: new Map(), text: '' }];
  const nameOf = (full: string): string => {
    const name = keepsPrefixes ? full : full.slice(full.indexOf(':') + 1);
    if (isRefusedName(name)) throw new Refusal('steps.name-refused', { line: parser.line, name });
    return name;
  };

  parser.on('error', () => {
    throw new Refusal('steps.xml-broken', { line: parser.line, column: parser.column + 1 });
  });
  parser.on('doctype', () => {
    throw new Refusal('steps.xml-doctype', { line: parser.line });
  });
  parser.on('opentag', (tag) => {
    if (open.length > deepest)
      throw new Refusal('steps.xml-too-deep', { line: parser.line, limit: deepest });
    const fields = new Map<string, Json>();
    for (const [name, value] of Object.entries(tag.attributes))
      if (keepsPrefixes || !/^xmlns(:|$)/.test(name)) fields.set(`@${nameOf(name)}`, value);
    open.push({ name: nameOf(tag.name), fields, text: '' });
  });
  const addText = (more: string): void => {
    const here = open.at(-1);
    if (here !== undefined) here.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    const around = open.at(-1);
    if (closed !== undefined && around !== undefined)
      put(around.fields, closed.name, valueOf(closed), alwaysLists.has(closed.name));
  });

  try {
    parser.write(text).close();
  } catch (cause) {
    if (cause instanceof Refusal) return failure(cause.failure);
    throw cause;
  }
  return success(Object.fromEntries(open[0]?.fields ?? []));
}

function put(fields: Map<string, Json | Json[]>, name: string, value: Json, isList: boolean): void {
  const before = fields.get(name);
  if (before === undefined) fields.set(name, isList ? [value] : value);
  else if (Array.isArray(before))
    (before as Json[]).push(value); // only lists made here are in it: an element is text or a group
  else fields.set(name, [before, value]);
}

/** A text where there is nothing else; between other things only text that says something. */
function valueOf({ fields, text }: Open): Json {
  if (fields.size === 0) return text;
  const between = text.trim();
  return Object.fromEntries(between === '' ? fields : [...fields, ['#text', between]]);
}
