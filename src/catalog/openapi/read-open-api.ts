/** A description (OpenAPI 3.0, 3.1, Swagger 2.0) as operations that a person can choose from, and each of them as schemas. */
import { failure, humanise, success, type Json, type Result } from '../../shared/index.ts';
import { answerOf } from './bodies.ts';
import {
  describeOperation,
  type Described,
  type FoundOperation,
  type Wish,
} from './describe-operation.ts';
import type { Documents } from './documents.ts';
import { listPlace, type ListPlace } from './find-list.ts';
import { entriesIn, objectIn, partOf, textIn, textsIn } from './node.ts';
import { plainWords } from './plain-words.ts';
import { openApiProblem, type OpenApiProblem } from './problem.ts';
import type { RequestNote } from './request-note.ts';
import { serversOf, type Server } from './servers.ts';

export interface ListedOperation {
  /** Names the operation within its description: `GET /customers/{id}`. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** What the description puts it under. */
  readonly group?: string;
  /** Whether its answer is told to have a list; only where lists are asked for. */
  readonly hasList?: boolean;
}

export interface OpenApi {
  list(methods: ReadonlySet<string>, lists: boolean): readonly ListedOperation[];
  describe(id: string, wish: Wish): Result<Described & { readonly title: string }, OpenApiProblem>;
  servers(id: string | undefined): readonly Server[];
}

export function readOpenApi(documents: Documents): Result<OpenApi, OpenApiProblem> {
  const { root } = documents;
  const version = textIn(root, 'openapi') ?? textIn(root, 'swagger') ?? numberIn(root);
  if (version === undefined) return failure(openApiProblem('openapi-not-one'));
  if (!/^(3\.[0-9]|2\.0)(\.|$)/.test(version))
    return failure(openApiProblem('openapi-version', { version: version.slice(0, 20) }));
  const found = operationsIn(documents);
  // A path of another document is only known once that is there.
  if (found.length === 0 && objectIn(root, 'paths') === undefined)
    return failure(openApiProblem('openapi-empty'));
  const known = new Map(found.map((one) => [idOf(one), one]));
  return success({
    list: (methods, lists) =>
      withOwnTitles(
        found
          .filter(({ method }) => methods.has(method))
          .map((one) => listed(documents, one, lists)),
      ),
    describe(id, wish) {
      const operation = known.get(id);
      if (operation === undefined) return failure(openApiProblem('openapi-operation-unknown'));
      return success({
        title: listed(documents, operation, false).title,
        ...describeOperation(documents, operation, wish),
      });
    },
    servers: (id) =>
      serversOf(known.get(id ?? '')?.sources ?? [], documents.root, documents.address),
  });
}

/** In YAML `swagger: 2.0` is a number. */
function numberIn(root: Json): string | undefined {
  const said = partOf(root, 'swagger') ?? partOf(root, 'openapi');
  return typeof said === 'number' ? said.toFixed(1) : undefined;
}

const methods: ReadonlySet<string> = new Set(['get', 'head', 'post', 'put', 'patch', 'delete']);
const mostOperations = 20_000;
const longestId = 1000;

function operationsIn(documents: Documents): readonly FoundOperation[] {
  const found: FoundOperation[] = [];
  for (const [path, raw] of entriesIn(partOf(documents.root, 'paths'))) {
    if (!path.startsWith('/') || path.length > longestId) continue;
    const item = documents.follow(raw, documents.address);
    if (item === undefined) continue;
    for (const [name, node] of entriesIn(item.node)) {
      if (!methods.has(name) || found.length >= mostOperations) continue;
      // One of the methods, in capitals.
      const method = name.toUpperCase() as RequestNote['method'];
      found.push({ method, path, sources: [{ node, at: item.at }, item] });
    }
  }
  return found;
}

function idOf({ method, path }: FoundOperation): string {
  return `${method} ${path}`;
}

function listed(documents: Documents, found: FoundOperation, lists: boolean): ListedOperation {
  const [operation] = found.sources;
  const { node } = operation;
  const name = textIn(node, 'operationId')?.slice(0, 120) ?? nameInPath(found.path);
  const summary = plainWords(textIn(node, 'summary'), 120)?.replace(/\.$/, '');
  const description = plainWords(textIn(node, 'description'), 200);
  const group = textsIn(node, 'tags')[0]?.slice(0, 80);
  const answer = lists ? answerOf(documents, operation, documents.root) : undefined;
  return {
    id: idOf(found),
    title:
      summary !== undefined && /\s/.test(summary)
        ? summary
        : (readable(summary ?? name) ?? idOf(found)),
    ...(description !== undefined && description !== summary && { description }),
    ...(group !== undefined &&
      group !== '' && { group: /[_.]/.test(group) ? humanise(group) : group }),
    ...(lists && {
      hasList: tellsList(listPlace(documents, answer?.raw, answer?.at ?? ''), found),
    }),
  };
}

/** One thing that is asked for by its name has lists in it, such as its addresses, and is none. */
function tellsList(place: ListPlace | undefined, { path }: FoundOperation): boolean {
  return place !== undefined && (place.pointer === '' || !path.endsWith('}'));
}

/** A name of the program's own as words: `repos/list-for-org`, `getCard()`. */
function readable(name: string | undefined): string | undefined {
  return name === undefined ? undefined : humanise(name.replace(/\(\)$/, '').replaceAll('/', ' '));
}

/** A path of one name says what happens (`/sendMessage`); of several only how the service keeps its things. */
function nameInPath(path: string): string | undefined {
  return /^\/[\w-]+$/.test(path) ? path.slice(1) : undefined;
}

/** Two of one title are told apart by where they lead. */
function withOwnTitles(all: readonly ListedOperation[]): readonly ListedOperation[] {
  const counts = new Map<string, number>();
  for (const { title } of all) counts.set(title, (counts.get(title) ?? 0) + 1);
  return all.map((one) =>
    (counts.get(one.title) ?? 0) > 1 && one.title !== one.id
      ? { ...one, title: `${one.title} (${one.id})` }
      : one,
  );
}
