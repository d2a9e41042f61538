/**
 * Reads XML that others wrote. What could make a reader work without end or reach elsewhere is refused: a DOCTYPE (so no
 * text names another one, and nothing is fetched), elements inside each other without measure, texts without measure.
 */
import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { failure, success, type Result, type WordParams } from '../../../shared/index.ts';
import type { XmlElement } from './element.ts';

/** Why a text is no XML that can be read: a word of `failures`. */
export interface XmlProblem {
  readonly code: 'xml-broken' | 'xml-doctype' | 'xml-too-deep' | 'xml-too-large';
  readonly params: WordParams;
}

const deepest = 200;
/** Signs of one document. */
const longestXml = 16_000_000;

class Refusal extends Error {
  readonly problem: XmlProblem;
  constructor(code: XmlProblem['code'], params: WordParams = {}) {
    super(code);
    this.problem = { code, params };
  }
}

interface Open {
  readonly element: Omit<XmlElement, 'text' | 'children'>;
  readonly children: XmlElement[];
  text: string;
}

/** The outermost element. */
export function readXml(text: string): Result<XmlElement, XmlProblem> {
  if (text.length > longestXml)
    return failure({
      code: 'xml-too-large',
      params: { megabytes: Math.round(longestXml / 1_000_000) },
    });
  try {
    return success(parsed(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
  } catch (cause) {
    if (cause instanceof Refusal) return failure(cause.problem);
    throw cause;
  }
}

function parsed(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  parser.on('error', () => {
    throw new Refusal('xml-broken', { line: parser.line, column: parser.column + 1 });
  });
  parser.on('doctype', () => {
    throw new Refusal('xml-doctype', { line: parser.line });
  });
  parser.on('opentag', (tag) => {
    if (open.length >= deepest)
      throw new Refusal('xml-too-deep', { line: parser.line, limit: deepest });
    const around = open.at(-1)?.element.spaces ?? xmlSpaces;
    open.push({
      element: {
        name: tag.local,
        space: tag.uri,
        attributes: attributesOf(tag.attributes),
        spaces: Object.keys(tag.ns).length === 0 ? around : withSpaces(around, tag.ns),
      },
      children: [],
      text: '',
    });
  });
  const addText = (more: string): void => {
    const here = open.at(-1);
    if (here !== undefined) here.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const element = { ...closed.element, children: closed.children, text: closed.text };
    const around = open.at(-1);
    if (around === undefined) root = element;
    else around.children.push(element);
  });
  parser.write(text).close();
  if (root === undefined) throw new Refusal('xml-broken', { line: 1, column: 1 });
  return root;
}

const xmlSpaces: Readonly<Record<string, string>> = Object.freeze(
  Object.assign(Object.create(null) as Record<string, string>, {
    xml: 'http://www.w3.org/XML/1998/namespace',
  }),
);

/** Without a prototype: a prefix may be any name. */
function withSpaces(
  around: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.assign(Object.create(null) as Record<string, string>, around, own);
}

function attributesOf(
  written: Readonly<Record<string, SaxesAttributeNS>>,
): XmlElement['attributes'] {
  return Object.values(written)
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(({ local, uri, value }) => ({ name: local, space: uri, value }));
}
