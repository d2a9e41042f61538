/** How a long list is asked for, page after page. What cannot be followed is a failure: half a list would look whole. */
import {
  failure,
  fingerprint,
  isJsonObject,
  success,
  type Json,
  type Result,
} from '../../shared/index.ts';
import type { CallFailure, HttpRequest } from '../call-contract.ts';
import { atPointer, pointerParts } from '../json-pointer.ts';
import { splitNext } from './address.ts';
import { cannot, type Pair } from './make-part.ts';
import type { SettledTake } from './settled-take.ts';

/** The query of the first page: services that count pages are told where to begin and how many to give. */
export function firstPage(query: readonly Pair[], { next }: SettledTake): readonly Pair[] {
  if (next?.by === 'page') return withDefault(query, next.parameter, next.first);
  if (next?.by !== 'offset') return query;
  return withDefault(withDefault(query, next.parameter, 0), next.sizeParameter, next.size);
}

/** The request for what follows; undefined at the end. */
export function nextPage(
  take: SettledTake,
  request: HttpRequest,
  body: Json,
  found: number,
): Result<HttpRequest | undefined, CallFailure> {
  const next = follow(take, request, body, found);
  if (!next.ok || next.value === undefined) return next;
  return isSame(next.value, request) ? failure(cannot('next-in-circle')) : next;
}

function follow(
  { next }: SettledTake,
  request: HttpRequest,
  body: Json,
  found: number,
): Result<HttpRequest | undefined, CallFailure> {
  switch (next?.by) {
    case undefined:
      return success(undefined);
    case 'url': {
      const address = atPointer(body, next.at);
      if (typeof address !== 'string' || address === '') return success(undefined);
      const place = splitNext(address, request.path, knownOrigin(request));
      return place === undefined
        ? failure(cannot('next-unreadable'))
        : success({ ...request, ...place });
    }
    case 'cursor': {
      const cursor = atPointer(body, next.at);
      if (next.more !== undefined && atPointer(body, next.more) === false)
        return success(undefined);
      const isOne =
        (typeof cursor === 'string' && cursor !== '') ||
        typeof cursor === 'number' ||
        typeof cursor === 'bigint';
      if (!isOne) return success(undefined);
      if (next.into !== undefined) return success(withinBody(request, next.into, cursor));
      return success(
        next.parameter === undefined
          ? undefined
          : withQuery(request, next.parameter, String(cursor)),
      );
    }
    case 'page': {
      const page = numberIn(request, next.parameter) ?? next.first;
      const pages = next.pages === undefined ? undefined : atPointer(body, next.pages);
      const isLast = typeof pages === 'number' ? page - next.first + 1 >= pages : found === 0;
      return success(isLast ? undefined : withQuery(request, next.parameter, String(page + 1)));
    }
    case 'offset': {
      const offset = (numberIn(request, next.parameter) ?? 0) + found;
      const size = numberIn(request, next.sizeParameter) ?? next.size;
      const total = next.total === undefined ? undefined : atPointer(body, next.total);
      const isLast = found === 0 || (typeof total === 'number' ? offset >= total : found < size);
      return success(isLast ? undefined : withQuery(request, next.parameter, String(offset)));
    }
  }
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
    JSON.stringify(one.query) === JSON.stringify(other.query) &&
    (one.body === other.body || fingerprint(one.body?.value) === fingerprint(other.body?.value))
  );
}

function withinBody(request: HttpRequest, place: string, value: Json): HttpRequest {
  const { body } = request;
  if (body === undefined) return request;
  return { ...request, body: { ...body, value: put(body.value, pointerParts(place), value) } };
}

function put(into: Json, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const group = isJsonObject(into) ? into : {};
  return { ...group, [name]: put(group[name] ?? {}, rest, value) };
}

function withDefault(query: readonly Pair[], name: string, value: number): readonly Pair[] {
  return query.some(([other]) => other === name) ? query : [...query, [name, String(value)]];
}

function withQuery(request: HttpRequest, name: string, value: string): HttpRequest {
  return {
    ...request,
    query: [...request.query.filter(([other]) => other !== name), [name, value]],
  };
}

function numberIn(request: HttpRequest, name: string): number | undefined {
  const found = request.query.find(([other]) => other === name)?.[1];
  return found === undefined || !Number.isFinite(Number(found)) ? undefined : Number(found);
}
