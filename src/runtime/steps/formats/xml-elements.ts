/**
 * XML as data. What could make a reader work without end or reach elsewhere is refused: a DOCTYPE (so no text names
 * another one), elements inside each other without measure.
 */
import { SaxesParser } from 'saxes';
import { isRefusedName, nearestNames } from '../../../mapping/index.ts';
import {
  failure,
  success,
  type Json,
  type JsonObject,
  type Result,
} from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';
import { longestText } from '../given-text.ts';

export interface ElementsAsked {
  /** Names of elements that are a list even where there is one. */
  readonly alwaysLists: ReadonlySet<string>;
  readonly keepsPrefixes: boolean;
}

const deepest = 200;
/** Of the names in a file: so many are kept, and so many are said. */
const namesKept = 200;
const longestName = 100;
const namesSaid = 5;

/** What is open: its attributes and children so far, and the text between them. */
interface Open {
  readonly name: string;
  readonly fields: Map<string, Json | Json[]>;
  text: string;
  /** Of an entry: where it began. */
  readonly entryFrom?: number;
  /** Of what is no entry: the names in it so far, and whether another one of its own name stands beside it. */
  readonly inside: Set<string>;
  readonly isAgain: boolean;
}

class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: `steps.${string}`, params: Readonly<Record<string, string | number>>) {
    super(code);
    this.failure = refusedAt(code, [], params);
  }
}

function opened(name: string, fields: Open['fields'], isAgain = false): Open {
  return { name, fields, text: '', inside: new Set(), isAgain };
}

export function readElements(text: string, asked: ElementsAsked): Result<JsonObject, Failure> {
  const reader = new ElementReader(asked, 'text');
  const read = reader.push(text, true);
  return read.ok ? success(reader.whole) : read;
}

/** The whole of a text, or its entries one by one: then nothing else of it is kept. */
export class ElementReader {
  readonly #parser = new SaxesParser();
  readonly #asked: ElementsAsked;
  readonly #field: string;
  /** The name of an entry; empty: whatever stands directly in the outermost element. */
  readonly #entry: string | undefined;
  readonly #open: Open[] = [opened('', new Map())];
  #entries: Json[] = [];
  #isInEntry = false;
  /** Until the first entry: what stands inside the outermost element, and whether several of a name do that hold more than a text. */
  readonly #others = new Set<string>();
  #hasSeveral = false;
  #hasEntry = false;
  /** Where the last thing ended that is not kept as a text. */
  #seenTo = 0;
  #seenLine = 1;

  constructor(asked: ElementsAsked, field: string, entry?: string) {
    this.#asked = asked;
    this.#field = field;
    this.#entry = entry;
    const parser = this.#parser;
    parser.on('error', () => {
      throw new Refusal('steps.xml-broken', { line: parser.line, column: parser.column + 1 });
    });
    parser.on('doctype', () => {
      throw new Refusal('steps.xml-doctype', { line: parser.line });
    });
    parser.on('opentag', (tag) => this.#opened(tag.name, tag.attributes));
    parser.on('closetag', () => this.#closed());
    const addText = (more: string): void => {
      const here = this.#open.at(-1);
      if (here !== undefined && this.#isKept) here.text += more;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
  }

  /** What is read so far, where no entries are asked for. */
  get whole(): JsonObject {
    return Object.fromEntries(this.#open[0]?.fields ?? []);
  }

  /** The entries that are complete with this piece. */
  push(piece: string, isLast: boolean): Result<readonly Json[], Failure> {
    this.#entries = [];
    try {
      this.#parser.write(piece);
      if (isLast) {
        this.#parser.close();
        this.#refuseOtherNames();
      } else if (this.#entry !== undefined) this.#refuseEndless();
    } catch (cause) {
      if (cause instanceof Refusal)
        return failure({ ...cause.failure, fields: [{ path: [this.#field] }] });
      throw cause;
    }
    return success(this.#entries);
  }

  get #isKept(): boolean {
    return this.#entry === undefined || this.#isInEntry;
  }

  #opened(full: string, attributes: Readonly<Record<string, string>>): void {
    const parser = this.#parser;
    if (this.#open.length > deepest)
      throw new Refusal('steps.xml-too-deep', { line: parser.line, limit: deepest });
    const name = this.#nameOf(full);
    const begins = !this.#isKept && this.#isEntry(name);
    if (begins) this.#isInEntry = this.#hasEntry = true;
    const isAgain = !begins && !this.#hasEntry && this.#passedOver(full, name, attributes);
    if (!this.#isInEntry || begins) this.#saw();
    const fields = new Map<string, Json>();
    if (this.#isKept)
      for (const [attribute, value] of Object.entries(attributes))
        if (this.#asked.keepsPrefixes || !/^xmlns(:|$)/.test(attribute))
          fields.set(`@${this.#nameOf(attribute)}`, value);
    const from = begins ? { entryFrom: parser.position } : {};
    this.#open.push({ ...opened(name, fields, isAgain), ...from });
  }

  #closed(): void {
    const closed = this.#open.pop();
    const around = this.#open.at(-1);
    if (closed === undefined || around === undefined) return;
    if (closed.entryFrom !== undefined) {
      this.#entries.push(valueOf(closed));
      this.#isInEntry = false;
    } else if (this.#isKept)
      put(around.fields, closed.name, valueOf(closed), this.#asked.alwaysLists.has(closed.name));
    if (!this.#isInEntry) this.#saw();
  }

  #isEntry(name: string): boolean {
    return this.#entry === '' ? this.#open.length === 2 : name === this.#entry;
  }

  #nameOf(full: string): string {
    const name = this.#asked.keepsPrefixes ? full : full.slice(full.indexOf(':') + 1);
    if (isRefusedName(name))
      throw new Refusal('steps.name-refused', { line: this.#parser.line, name });
    return name;
  }

  #saw(): void {
    this.#seenTo = this.#parser.position;
    this.#seenLine = this.#parser.line;
  }

  /** Whether one of its name was in the same element before. */
  #passedOver(full: string, name: string, attributes: Readonly<Record<string, string>>): boolean {
    const around = this.#open.at(-1);
    if (around === undefined || this.#open.length < 2 || name.length > longestName) return false;
    const isAgain = around.inside.has(full);
    this.#hasSeveral ||= around.isAgain || (isAgain && Object.keys(attributes).length > 0);
    if (around.inside.size < namesKept) around.inside.add(full);
    if (this.#others.size < namesKept) this.#others.add(name);
    return isAgain;
  }

  /**
   * A name that is nowhere would look like a file with nothing in it. A file without several records of another name, and
   * without the name in other letters, may really have no entries that day.
   */
  #refuseOtherNames(): void {
    const name = this.#entry ?? '';
    if (name === '' || this.#hasEntry) return;
    const small = name.toLowerCase();
    if (!this.#hasSeveral && ![...this.#others].some((other) => other.toLowerCase() === small))
      return;
    const near = nearestNames(name, [...this.#others]);
    const names = [...new Set([...near, ...this.#others])].slice(0, namesSaid);
    throw new Refusal('steps.xml-no-entry', { name, names: names.join(', ') });
  }

  /** An entry, or a text between entries, that does not end. */
  #refuseEndless(): void {
    if (this.#parser.position - this.#seenTo > longestText)
      throw new Refusal('steps.xml-entry-too-long', {
        line: this.#seenLine,
        limit: longestText,
      });
  }
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
