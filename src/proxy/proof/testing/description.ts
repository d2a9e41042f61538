/** A service's published description, cut down to the operations that are used: the whole of one may have 20 MB. */
import { existsSync, readFileSync } from 'node:fs';
import type { Json, JsonSchema } from '../../../shared/index.ts';

type Part = Readonly<Record<string, unknown>>;
/** Parts of descriptions are read as they are found; what is not there is undefined. */
interface OperationPart {
  readonly parameters?: readonly Part[];
  readonly requestBody?: Part;
  readonly responses?: Readonly<Record<string, Part>>;
}
interface Document {
  readonly openapi: string;
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationPart>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Described {
  /** What stands in front of every path of it. */
  readonly base: RegExp;
  /** The path of the description that a request means; undefined where it knows none. */
  pathOf(method: string, path: string): string | undefined;
  /** With these operations only, without their answers. */
  cutTo(used: readonly { readonly method: string; readonly path: string }[]): object;
  /** Of the first answer that is a success; undefined where there is nothing in it. */
  answerSchema(method: string, path: string): JsonSchema | undefined;
  resolve(ref: string): JsonSchema;
}

const folder = new URL('../../../../../shared/data/openapi/', import.meta.url);

/** Undefined where the descriptions are not on this machine. */
export function readDescription(name: string): Described | undefined {
  const file = new URL(`${name}.json`, folder);
  return existsSync(file)
    ? described(JSON.parse(readFileSync(file, 'utf8')) as Document)
    : undefined;
}

function described(document: Document): Described {
  const prefix = (document.servers?.[0]?.url ?? '')
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/\/$/, '');
  const base = new RegExp(`^${patternOf(prefix)}(?=/)`);
  const resolve = (ref: string): unknown =>
    ref
      .slice(2)
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((here, part) => (here as Part | undefined)?.[part], document);
  const meant = (part: Part | undefined): Part | undefined =>
    typeof part?.['$ref'] === 'string' ? (resolve(part['$ref']) as Part | undefined) : part;
  const paths = Object.keys(document.paths)
    .map((path) => ({ path, pattern: new RegExp(`^${patternOf(path.replace(/[#?].*$/, ''))}/?$`) }))
    .sort((one, other) => holes(one.path) - holes(other.path));
  const operationAt = (method: string, path: string): OperationPart | undefined =>
    document.paths[path]?.[method.toLowerCase()];

  return {
    base,
    pathOf: (method, path) => {
      const inside = path.replace(base, '');
      return paths.find(
        ({ path: known, pattern }) =>
          pattern.test(inside) && operationAt(method, known) !== undefined,
      )?.path;
    },
    cutTo: (used) => cut(document, used, meant),
    answerSchema: (method, path) => {
      const { responses = {} } = operationAt(method, path) ?? {};
      const [good] = Object.keys(responses)
        .filter((status) => /^2/.test(status))
        .sort();
      const content = meant(responses[good ?? 'default'])?.['content'] as
        Readonly<Record<string, { readonly schema?: JsonSchema }>> | undefined;
      const json = Object.keys(content ?? {}).find((type) => /json|\*\/\*/.test(type));
      return json === undefined ? undefined : content?.[json]?.schema;
    },
    resolve: (ref) => (resolve(ref) ?? {}) as JsonSchema,
  };
}

function holes(path: string): number {
  return path.split('{').length;
}

function patternOf(path: string): string {
  return path
    .split(/\{[^}]*\}/)
    .map((text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
}

function cut(
  document: Document,
  used: readonly { readonly method: string; readonly path: string }[],
  meant: (part: Part | undefined) => Part | undefined,
): object {
  const components: Record<string, Record<string, unknown>> = {};
  const take = (part: unknown): unknown => tidied(part, (ref) => takeRef(ref));
  const takeRef = (ref: string): string => {
    const [, , kind = '', ...names] = ref.split('/');
    const name = decodeURIComponent(names.join('/'));
    const isKnown = ref.startsWith('#/components/') && names.length === 1;
    const [group, key] = isKnown ? [kind, name] : ['schemas', ref.replaceAll(/\W+/g, '_')];
    const kept = (components[group] ??= {});
    if (!(key in kept)) {
      kept[key] = {};
      kept[key] = take(meant({ $ref: ref }) ?? {});
    }
    return `#/components/${group}/${key}`;
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path } of used) {
    const item = document.paths[path] as unknown as OperationPart & Part;
    const operation = item[method.toLowerCase()] as OperationPart;
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      .map(meant)
      .filter((parameter) => parameter !== undefined && !isSignIn(parameter));
    const body = meant(operation.requestBody);
    const plain = path.replace(/[#?].*$/, '');
    (paths[plain] ??= {})[method.toLowerCase()] = {
      parameters: take(parameters),
      ...(body === undefined ? {} : { requestBody: closed(take(body) as Part, components) }),
      responses: { default: { description: 'not looked at' } },
    };
  }
  return {
    openapi: document.openapi,
    info: { title: 'cut', version: '1' },
    servers: [{ url: '/' }],
    paths,
    components,
  };
}

/** How one signs in is the proxy's affair. */
function isSignIn({ name, in: place }: Part): boolean {
  return (
    place !== 'path' &&
    /^(token|authorization|access_token|oauth_token|key|api_key)$/i.test(String(name))
  );
}

/** What the description does not know is a mistake of ours. */
function closed(body: Part, components: Record<string, Record<string, unknown>>): Part {
  for (const content of Object.values((body['content'] ?? {}) as Readonly<Record<string, Part>>)) {
    let schema = content['schema'] as Record<string, unknown> | undefined;
    const ref = schema?.['$ref'];
    if (typeof ref === 'string')
      schema = components['schemas']?.[ref.split('/').at(-1) ?? ''] as Record<string, unknown>;
    if (schema?.['properties'] !== undefined && schema['allOf'] === undefined)
      schema['additionalProperties'] ??= false;
  }
  return body;
}

const words: ReadonlySet<string> = new Set([
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'discriminator',
  'xml',
]);
const formats: ReadonlySet<unknown> = new Set([
  'date-time',
  'date',
  'email',
  'uri',
  'binary',
  'byte',
  'int32',
  'int64',
  'uuid',
  'float',
  'double',
]);

/** Without words for people, and without what no validator can read. */
function tidied(part: unknown, takeRef: (ref: string) => string, isNames = false): unknown {
  if (Array.isArray(part)) return part.map((each) => tidied(each, takeRef));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref } = part as { readonly $ref?: unknown };
  if (typeof $ref === 'string' && !isNames) return { $ref: takeRef($ref) };
  const isSchema = 'type' in part || 'allOf' in part || 'oneOf' in part || 'anyOf' in part;
  const kept = Object.entries(part).filter(([name, value]) => {
    if (isNames) return true;
    if (words.has(name) || name.startsWith('x-')) return false;
    if (name === 'format' && typeof value === 'string') return formats.has(value);
    if (name === 'pattern') return canBeRead(value);
    if (name === 'nullable') return 'type' in part;
    if (name === 'default') return false;
    return !(name === 'required' && isSchema && !Array.isArray(value));
  });
  return Object.fromEntries(
    kept.map(([name, value]) => [name, tidied(value, takeRef, name === 'properties' && !isNames)]),
  );
}

function canBeRead(pattern: unknown): boolean {
  try {
    return new RegExp(String(pattern), 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

export type Body = Json;
