/** What goes into the address and the headers, as OpenAPI 3 and Swagger 2 say it. */
import type { Json, JsonSchema } from '../../shared/index.ts';
import type { Documents, Located } from './documents.ts';
import { entriesIn, listIn, partOf, textIn } from './node.ts';
import { plainWords } from './plain-words.ts';
import { joinedStyles, type JoinedStyle, type ParameterNote } from './request-note.ts';

export interface Parameter {
  readonly name: string;
  readonly in: ParameterNote['in'];
  readonly isRequired: boolean;
  readonly raw: Json;
  readonly at: string;
  /** What is said of it beside its schema. */
  readonly over: JsonSchema;
  readonly style: ParameterNote['style'];
  readonly explode: boolean;
  readonly allowReserved?: true;
}

/** Parts of a request that are none of a person's: what is sent as, and what signs in. */
const ownHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);
const mostParameters = 300;

/** Those of the path, with those of the operation in place of their namesakes. A cookie is none: the proxy sends no caller's cookies. */
export function parametersOf(
  documents: Documents,
  path: string,
  sources: readonly Located[],
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const source of sources)
    for (const entry of listIn(source.node, 'parameters').slice(0, mostParameters)) {
      const parameter = parameterOf(documents.follow(entry, source.at));
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  const names = namesInPath(path);
  const inPath = names.map((name) => found.get(`path ${name}`) ?? undeclared(name));
  return [...inPath, ...[...found.values()].filter((one) => one.in !== 'path')];
}

/** Form fields of Swagger 2 stand among the parameters. */
export function isFormField(node: Json): boolean {
  return partOf(node, 'in') === 'formData';
}

/** A parameter of Swagger 2 says itself what its value is. */
export function schemaOfOld(node: Json): Json {
  const besides = ['name', 'in', 'required', 'description'];
  return Object.fromEntries(entriesIn(node).filter(([name]) => !besides.includes(name)));
}

function namesInPath(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ''))];
}

function undeclared(name: string): Parameter {
  const raw = { type: 'string' };
  return {
    name,
    in: 'path',
    isRequired: true,
    raw,
    at: '',
    over: {},
    style: 'simple',
    explode: false,
  };
}

function parameterOf(located: Located | undefined): Parameter | undefined {
  if (located === undefined) return undefined;
  const { node, at } = located;
  const name = textIn(node, 'name');
  const place = placeOf(node);
  if (name === undefined || name === '__proto__' || place === undefined) return undefined;
  if (place === 'header' && ownHeaders.has(name.toLowerCase())) return undefined;
  const content = entriesIn(partOf(node, 'content'))[0]?.[1];
  const schema = partOf(node, 'schema') ?? partOf(content, 'schema');
  const words = plainWords(textIn(node, 'description'), 300);
  return {
    name,
    in: place,
    isRequired: place === 'path' || partOf(node, 'required') === true,
    raw: schema ?? schemaOfOld(node),
    at,
    over: words === undefined ? {} : { description: words },
    ...(content === undefined ? manner(node, place) : { style: 'json', explode: false }),
    ...(place === 'query' && partOf(node, 'allowReserved') === true && { allowReserved: true }),
  };
}

function placeOf(node: Json): ParameterNote['in'] | undefined {
  const place = partOf(node, 'in');
  return place === 'path' || place === 'query' || place === 'header' ? place : undefined;
}

const styles: Readonly<Record<ParameterNote['in'], readonly ParameterNote['style'][]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
};

/** Of Swagger 2. */
const collections: Readonly<Record<string, Pick<Parameter, 'style' | 'explode'>>> = {
  csv: { style: 'form', explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  tsv: { style: 'tabDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { style: 'form', explode: true },
};

/** How the entries of a list become one text; undefined where each is sent by itself. */
export function joinedStyle(said: string): JoinedStyle | undefined {
  return joinedStyles.find((one) => one === said);
}

/** The same for a form field of Swagger 2, where one text is the usual. */
export function joinedOfOld(node: Json): JoinedStyle | undefined {
  if (partOf(node, 'type') !== 'array') return undefined;
  const format = textIn(node, 'collectionFormat') ?? 'csv';
  const known = Object.hasOwn(collections, format) ? collections[format] : undefined;
  return known === undefined || known.explode ? undefined : joinedStyle(known.style);
}

function manner(node: Json, place: ParameterNote['in']): Pick<Parameter, 'style' | 'explode'> {
  const [usual = 'form'] = styles[place];
  const isOld = partOf(node, 'schema') === undefined;
  if (isOld) {
    const format = textIn(node, 'collectionFormat') ?? 'csv';
    const known = Object.hasOwn(collections, format) ? collections[format] : undefined;
    return place === 'query' && known !== undefined ? known : { style: usual, explode: false };
  }
  const said = textIn(node, 'style');
  const style = styles[place].find((one) => one === said) ?? usual;
  const explode = partOf(node, 'explode');
  return {
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form' || style === 'deepObject',
  };
}
