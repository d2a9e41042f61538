/** What an operation takes and gives beside its parameters: kinds of media, the most useful one first. */
import type { Json } from '../../shared/index.ts';
import type { Documents, Located } from './documents.ts';
import { entriesIn, listIn, objectIn, partOf, textIn, textsIn } from './node.ts';
import { isFormField, joinedOfOld, joinedStyle, schemaOfOld } from './parameters.ts';
import type { BodyNote } from './request-note.ts';

export interface Media {
  /** Such as `application/json`; parameters after a semicolon are left out. */
  readonly type: string;
  readonly raw: Json | undefined;
  readonly at: string;
  readonly example: Json | undefined;
  /** How fields of a form are written. */
  readonly encoding: Json | undefined;
}

export interface Body extends Media {
  readonly as: BodyNote['as'];
  /** Of a form: lists that are one text. */
  readonly joined: NonNullable<BodyNote['joined']>;
  readonly isRequired: boolean;
}

/** What is sent; undefined where nothing is. `whole` is the description's outermost part. */
export function bodyOf(documents: Documents, operation: Located, whole: Json): Body | undefined {
  const said = partOf(operation.node, 'requestBody');
  const body = documents.follow(said, operation.at);
  if (body === undefined)
    return said === undefined ? bodyOfOld(documents, operation, whole) : undefined;
  const media = bestOf(mediaIn(partOf(body.node, 'content'), body.at), sendable);
  return media === undefined
    ? undefined
    : {
        ...media,
        as: hasGroups(media)
          ? 'nested-form'
          : isAnyFile(documents, media)
            ? 'bytes'
            : sentAs(media.type),
        joined: joinedIn(media),
        isRequired: partOf(body.node, 'required') === true,
      };
}

/** The answer of a success: its media, or that there is none. */
export function answerOf(documents: Documents, operation: Located, whole: Json): Media | undefined {
  const responses = objectIn(operation.node, 'responses') ?? {};
  const good = Object.keys(responses)
    .filter((status) => /^2(\d\d|XX)$/i.test(status))
    .sort();
  // What is said of all other answers is most often the error's: it counts only where nothing is said of a success.
  for (const status of good.length > 0 ? good : ['default']) {
    const answer = documents.follow(partOf(responses, status), operation.at);
    if (answer === undefined) continue;
    const media =
      bestOf(mediaIn(partOf(answer.node, 'content'), answer.at), gettable) ??
      answerOfOld(answer, operation, whole);
    if (media !== undefined) return media;
  }
  return undefined;
}

/** A file, or a list of files. */
export function isFile(documents: Documents, raw: Json | undefined, at: string): boolean {
  const located = documents.follow(raw, at);
  if (located === undefined) return false;
  const items = partOf(located.node, 'items');
  if (items !== undefined) return isFile(documents, items, located.at);
  return (
    partOf(located.node, 'type') === 'file' ||
    partOf(located.node, 'format') === 'binary' ||
    partOf(located.node, 'contentMediaType') === 'application/octet-stream'
  );
}

/** Of any kind, says the media; a file, says its schema. */
export function isAnyFile(documents: Documents, { type, raw, at }: Media): boolean {
  return type === '*/*' && isFile(documents, raw, at);
}

export function isJsonType(type: string): boolean {
  return /[/+]json$/i.test(type) || type === '*/*';
}

export function isTextType(type: string): boolean {
  return /^text\//i.test(type) || /[/+](xml|yaml|javascript)$/i.test(type);
}

function mediaIn(content: Json | undefined, at: string): readonly Media[] {
  return entriesIn(content).map(([type, media]) => ({
    type: plainType(type),
    raw: partOf(media, 'schema'),
    at,
    example: partOf(media, 'example') ?? firstExample(partOf(media, 'examples')),
    encoding: partOf(media, 'encoding'),
  }));
}

function plainType(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}

function firstExample(examples: Json | undefined): Json | undefined {
  return partOf(entriesIn(examples)[0]?.[1], 'value');
}

type Rank = (type: string) => number;

function bestOf(all: readonly Media[], rank: Rank): Media | undefined {
  return all.reduce<Media | undefined>(
    (best, one) => (best === undefined || rank(one.type) < rank(best.type) ? one : best),
    undefined,
  );
}

/** A form whose groups are sent by names like `address[city]`. */
function hasGroups({ type, encoding }: Media): boolean {
  return (
    type === 'application/x-www-form-urlencoded' &&
    entriesIn(encoding).some(([, field]) => textIn(field, 'style') === 'deepObject')
  );
}

/** By the names of fields. Without a word of it a list is its name several times. */
function joinedIn({ encoding }: Media): Body['joined'] {
  return Object.fromEntries(
    entriesIn(encoding).flatMap(([name, field]) => {
      const style = joinedStyle(textIn(field, 'style') ?? 'form');
      const explode = partOf(field, 'explode') ?? style === 'form';
      return style === undefined || explode === true ? [] : [[name, style] as const];
    }),
  );
}

const forms: Readonly<Record<string, BodyNote['as']>> = {
  'application/x-www-form-urlencoded': 'form',
  'multipart/form-data': 'multipart',
};
const wishes: readonly BodyNote['as'][] = ['json', 'form', 'multipart', 'text', 'xml', 'bytes'];

function sentAs(type: string): BodyNote['as'] {
  if (Object.hasOwn(forms, type)) return forms[type] ?? 'form';
  if (isJsonType(type)) return 'json';
  if (/[/+]xml$/.test(type)) return 'xml';
  return isTextType(type) ? 'text' : 'bytes';
}

/** Plain JSON before its dialects; then what has fields; then a text; a file last. */
const sendable: Rank = (type) => (type === 'application/json' ? -1 : wishes.indexOf(sentAs(type)));

const gettable: Rank = (type) =>
  type === 'application/json' ? 0 : isJsonType(type) ? 1 : isTextType(type) ? 2 : 3;

function bodyOfOld(documents: Documents, operation: Located, whole: Json): Body | undefined {
  const parameters = listIn(operation.node, 'parameters').flatMap(
    (one) => documents.follow(one, operation.at) ?? [],
  );
  const consumes = typesOf(operation.node, whole, 'consumes');
  const body = parameters.find(({ node }) => partOf(node, 'in') === 'body');
  if (body !== undefined) {
    const media = consumes.map((type) => mediaOf(type, partOf(body.node, 'schema'), body.at));
    const best =
      bestOf(media, sendable) ?? mediaOf('application/json', partOf(body.node, 'schema'), body.at);
    // A schema has fields, and a text or a file has none.
    const as = sentAs(best.type);
    return { ...best, as, joined: {}, isRequired: partOf(body.node, 'required') === true };
  }
  const fields = parameters.filter(({ node }) => isFormField(node));
  if (fields.length === 0) return undefined;
  const hasFile = fields.some(({ node }) => partOf(node, 'type') === 'file');
  const as =
    hasFile ||
    (!consumes.includes('application/x-www-form-urlencoded') &&
      consumes.includes('multipart/form-data'))
      ? 'multipart'
      : 'form';
  const named = fields.flatMap(({ node }) => {
    const name = textIn(node, 'name');
    return name === undefined || name === '__proto__' ? [] : [{ name, node }];
  });
  const description = (node: Json) => {
    const words = textIn(node, 'description');
    return words === undefined ? {} : { description: words };
  };
  const raw: Json = {
    type: 'object',
    properties: Object.fromEntries(
      named.map(({ name, node }) => [
        name,
        { ...(schemaOfOld(node) as Record<string, Json>), ...description(node) },
      ]),
    ),
    required: named.filter(({ node }) => partOf(node, 'required') === true).map(({ name }) => name),
  };
  const type = as === 'form' ? 'application/x-www-form-urlencoded' : 'multipart/form-data';
  const joined = Object.fromEntries(
    named.flatMap(({ name, node }) => {
      const style = joinedOfOld(node);
      return style === undefined ? [] : [[name, style] as const];
    }),
  );
  return { ...mediaOf(type, raw, operation.at), as, joined, isRequired: true };
}

function answerOfOld(answer: Located, operation: Located, whole: Json): Media | undefined {
  const raw = partOf(answer.node, 'schema');
  if (raw === undefined) return undefined;
  const produces = typesOf(operation.node, whole, 'produces');
  const media = produces.map((type) => ({
    ...mediaOf(type, raw, answer.at),
    example: partOf(partOf(answer.node, 'examples'), type),
  }));
  return bestOf(media, gettable);
}

function typesOf(operation: Json, whole: Json, name: 'consumes' | 'produces'): readonly string[] {
  const own = textsIn(operation, name);
  const all = own.length > 0 ? own : textsIn(whole, name);
  return all.length > 0 ? all.map(plainType) : ['application/json'];
}

function mediaOf(type: string, raw: Json | undefined, at: string): Media {
  return { type, raw, at, example: undefined, encoding: undefined };
}
