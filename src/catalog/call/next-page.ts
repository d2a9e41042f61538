/** How a long list is asked for, page after page. What cannot be followed is a failure: half a list would look whole. */
import { failure, fingerprint, success, type Json, type Result } from '../../shared/index.ts';
import type { CallFailure, HttpRequest } from '../call-contract.ts';
import { atPointer, pointerParts } from '../json-pointer.ts';
import { splitNext } from './address.ts';
import { cannot } from './make-part.ts';
import { put } from './put.ts';
import type { SettledTake } from './settled-take.ts';
import { placeInWords, typedPlace } from './typed-place.ts';

/** The first page: services that count pages are told where to begin and how many to give. */
export function firstPage(request: HttpRequest, { next }: SettledTake): HttpRequest {
  if (next?.by === 'page') return withDefault(request, next, next.parameter, next.first);
  if (next?.by !== 'offset') return request;
  const begun = withDefault(request, next, next.parameter, 0);
  return withDefault(begun, next, next.sizeParameter, next.size);
}

/** What an answer says about what follows. */
interface PageAnswered {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  /** How many entries it had, whatever became of them. */
  readonly found: number;
}

/** The request for what follows; undefined at the end. */
export function nextPage(
  take: SettledTake,
  request: HttpRequest,
  answer: PageAnswered,
): Result<HttpRequest | undefined, CallFailure> {
  const next = follow(take, request, answer);
  if (!next.ok || next.value === undefined) return next;
  return isSame(next.value, request) ? failure(cannot('next-in-circle')) : next;
}

function follow(
  { next }: SettledTake,
  request: HttpRequest,
  { headers, body, found }: PageAnswered,
): Result<HttpRequest | undefined, CallFailure> {
  switch (next?.by) {
    case undefined:
      return success(undefined);
    case 'url':
      return atAddress(request, atPointer(body, next.at));
    case 'link':
      return atAddress(request, nextInLinks(headers['link']));
    case 'cursor': {
      const cursor = behind(atPointer(body, next.at), next.plus);
      if (next.more !== undefined && atPointer(body, next.more) === false)
        return success(undefined);
      const isOne =
        (typeof cursor === 'string' && cursor !== '') ||
        typeof cursor === 'number' ||
        typeof cursor === 'bigint';
      if (!isOne) return success(undefined);
      if (next.into !== undefined) return withinBody(request, next.into, cursor);
      return next.parameter === undefined
        ? success(undefined)
        : withParameter(request, next, next.parameter, cursor);
    }
    case 'page': {
      const page = numberIn(request, next, next.parameter) ?? next.first;
      const pages = next.pages === undefined ? undefined : atPointer(body, next.pages);
      const isLast = typeof pages === 'number' ? page - next.first + 1 >= pages : found === 0;
      return unlessLast(saysLast(next.more, body) ?? isLast, () =>
        withParameter(request, next, next.parameter, page + 1),
      );
    }
    case 'offset': {
      const before = numberIn(request, next, next.parameter) ?? 0;
      const offset = before + found;
      const size = numberIn(request, next, next.sizeParameter) ?? next.size;
      const total = next.total === undefined ? undefined : atPointer(body, next.total);
      // A person may wish for larger pages than the service gives: a short one is the last where others were full.
      const areFull = before > 0 && before % size === 0;
      const isShort = found < size && (request.take === undefined || areFull);
      const isLast = found === 0 || (typeof total === 'number' ? offset >= total : isShort);
      return unlessLast(saysLast(next.more, body) ?? isLast, () =>
        withParameter(request, next, next.parameter, offset),
      );
    }
  }
}

function behind(cursor: Json | undefined, plus: number | undefined): Json | undefined {
  if (plus === undefined) return cursor;
  return typeof cursor === 'number' ? cursor + plus : undefined;
}

/** The page at an address that the service gives: path and query of it, never its host. */
function atAddress(
  request: HttpRequest,
  address: Json | undefined,
): Result<HttpRequest | undefined, CallFailure> {
  if (typeof address !== 'string' || address === '') return success(undefined);
  const place = splitNext(address, request.path, knownOrigin(request));
  if (place === undefined) return failure(cannot('next-unreadable'));
  // Of what only reads although it sends something, the proxy wants to see plain values.
  const query = request.body === undefined ? place.query : plain(place.query);
  return success({ ...request, path: place.path, query });
}

function plain(query: HttpRequest['query']): HttpRequest['query'] {
  return query.map(([name, value]) => [name, value]);
}

/** The address with the relation "next" in a header `Link` (RFC 8288, 3). */
function nextInLinks(header: string | undefined): string | undefined {
  for (const [, address, params = ''] of (header ?? '').matchAll(
    /<([^>]*)>((?:[^,"]|"[^"]*")*)/g,
  )) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(params);
    const relations = (relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/);
    if (relations.includes('next')) return address;
  }
  return undefined;
}

/**
 * Whether the service says that this was the last page. Undefined: nobody asked it to. A place that is not there says
 * nothing, and that is told: the first page alone would look like the whole list.
 */
function saysLast(
  place: string | undefined,
  body: Json,
): boolean | Result<never, CallFailure> | undefined {
  if (place === undefined) return undefined;
  const said = atPointer(body, place);
  if (said === undefined)
    return failure(cannot('paging-flag-missing', { name: placeInWords(place) }));
  return said === null || said === false || said === 0 || said === '' || said === 'false';
}

function unlessLast(
  isLast: boolean | Result<never, CallFailure>,
  next: () => Result<HttpRequest, CallFailure>,
): Result<HttpRequest | undefined, CallFailure> {
  if (typeof isLast === 'object') return isLast;
  return isLast ? success(undefined) : next();
}

function knownOrigin({ address, origin }: HttpRequest): string | undefined {
  if (address !== undefined) return address;
  return typeof origin === 'string' && !origin.includes('{') && URL.canParse(origin)
    ? new URL(origin).origin
    : undefined;
}

function isSame(one: HttpRequest, other: HttpRequest): boolean {
  return (
    one.path === other.path &&
    JSON.stringify(plain(one.query)) === JSON.stringify(plain(other.query)) &&
    (one.body === other.body || fingerprint(one.body?.value) === fingerprint(other.body?.value))
  );
}

function withinBody(
  request: HttpRequest,
  place: string,
  value: Json,
): Result<HttpRequest, CallFailure> {
  const { body } = request;
  if (body === undefined) return failure(cannot('paging-nothing-sent'));
  return success({
    ...request,
    body: { ...body, value: put(body.value, pointerParts(place), value) },
  });
}

/** Where a way of paging puts its parameters. */
type Goes = { readonly in?: 'address' | 'body' | undefined };

function withDefault(request: HttpRequest, goes: Goes, name: string, value: number): HttpRequest {
  if (parameterIn(request, goes, name) !== undefined) return request;
  const told = withParameter(request, goes, name, value);
  return told.ok ? told.value : request; // said when the next page is asked for
}

function withParameter(
  request: HttpRequest,
  goes: Goes,
  name: string,
  value: string | number | bigint,
): Result<HttpRequest, CallFailure> {
  if (goes.in === 'body') return withinBody(request, typedPlace(name) ?? `/${name}`, value);
  const others = request.query.filter(([other]) => other !== name);
  return success({ ...request, query: [...others, [name, String(value)]] });
}

function parameterIn(request: HttpRequest, goes: Goes, name: string): Json | undefined {
  if (goes.in === 'body') return atPointer(request.body?.value, typedPlace(name) ?? `/${name}`);
  return request.query.find(([other]) => other === name)?.[1];
}

function numberIn(request: HttpRequest, goes: Goes, name: string): number | undefined {
  const found = parameterIn(request, goes, name);
  return found === undefined || found === '' || !Number.isFinite(Number(found))
    ? undefined
    : Number(found);
}
