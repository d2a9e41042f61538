/**
 * The request that a service's description tells of, made by the note of the step's own fields.
 *
 * 1. The note may come from anybody: only a method that the operation may use, only a path below the address, never a sign-in.
 * 2. A parameter of the path stays in its place: it is encoded, and one that is missing is refused at its field.
 */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  type Json,
  type JsonObject,
  type Result,
} from '../../shared/index.ts';
import type { CallFailure, CallToPlan, HttpRequest, QueryPair } from '../call-contract.ts';
import type { DescribedCall } from '../component/call.ts';
import type { Origin } from '../component/origin.ts';
import { effectOf } from '../effect-of.ts';
import { atPointer } from '../json-pointer.ts';
import type { BodyNote, RequestNote } from '../openapi/request-note.ts';
import { settingsWithDefaults, type Settings } from '../settings.ts';
import { joinPath, splitAddress, type SplitAddress } from './address.ts';
import { describedNoteOf, piecesOf } from './described-call.ts';
import { fileTrouble, filesOf } from './file-value.ts';
import { brokenHeader, cannot, type Pair } from './make-part.ts';
import { firstPage } from './next-page.ts';
import { planFile } from './plan-body.ts';
import { settledTake, type SettledTake } from './settled-take.ts';
import { headerText, pathText, queryPairs } from './write-parameter.ts';

export function planDescribed(
  call: DescribedCall,
  { component, operation, settings, input, shapes }: CallToPlan,
): Result<HttpRequest, CallFailure> {
  const note = describedNoteOf(operation, shapes);
  if (note === undefined) return failure(cannot('described-not-read'));
  if (!call.methods.includes(note.method))
    return failure(cannot('described-other-method', { method: note.method }));
  const whole = settingsWithDefaults(operation, settings);
  const base = addressOf(call, note, whole);
  const origin = component.origins.find(isTyped) ?? component.origins[0];
  if (base === undefined || origin === undefined) return failure(cannot('described-address'));
  const values = isJsonObject(input) ? input : {};
  const path = planPath(note, base, values);
  if (!path.ok) return path;
  const headers = headersOf(note, values);
  const broken = brokenHeader(headers);
  if (broken !== undefined)
    return failure({
      ...cannot('header-not-sendable', { header: broken }),
      fields: note.parameters.flatMap(({ in: place, name, field }) =>
        place === 'header' && name === broken ? [{ path: [field] }] : [],
      ),
    });
  const body = note.body === undefined ? success(undefined) : planBody(note, note.body, values);
  if (!body.ok) return body;
  const take = settledTake(call, whole);
  if (take === 'unfinished') return failure(cannot('paging-unfinished'));
  const request: HttpRequest = {
    component: component.id,
    effect: effectOf(operation, whole),
    origin,
    address: base.origin,
    method: note.method,
    path: path.value,
    query: [...base.query, ...queryInPath(note, values), ...queryOf(note, values)],
    headers,
    ...(body.value === undefined ? {} : { body: body.value }),
    ...(take === undefined ? {} : { take: withList(take, note) }),
    ...(note.file === true && { file: planFile(call.take, whole) ?? 'auto' }),
  };
  return success(firstPage(request, take ?? {}));
}

/** Where the service is called: the person's own address before the description's. */
function addressOf(
  { address }: DescribedCall,
  note: RequestNote,
  settings: Settings,
): SplitAddress | undefined {
  const own = address === undefined ? undefined : atPointer(settings, address);
  return splitAddress(typeof own === 'string' && own.trim() !== '' ? own : note.address);
}

function isTyped(origin: Origin): boolean {
  return typeof origin === 'object' && 'from' in origin && origin.from === 'settings';
}

/** A list that the settings place nowhere is where the description says. */
function withList(take: SettledTake, { list }: RequestNote): SettledTake {
  if (take.finds !== true || list === undefined) return take;
  const { finds: _looked, ...rest } = take;
  return { ...rest, messages: list };
}

function planPath(
  note: RequestNote,
  base: SplitAddress,
  values: JsonObject,
): Result<string, CallFailure> {
  const parts: string[] = [base.path.replace(/\/$/, '')];
  for (const piece of piecesOf(pathAndQuery(note)[0])) {
    if (typeof piece === 'string') {
      // Written by whoever described the service; a space there is a space in the address.
      parts.push(piece.replace(/[\s"<>\\^`|{}]/g, (sign) => encodeURIComponent(sign)));
      continue;
    }
    const parameter = note.parameters.find((one) => one.in === 'path' && one.name === piece.name);
    const text = parameter && pathText(parameter, ownValue(values, parameter.field));
    if (text === undefined)
      return failure({
        ...cannot('path-value'),
        fields: parameter === undefined ? [] : [{ path: [parameter.field] }],
      });
    parts.push(text);
  }
  const path = joinPath(parts);
  return path === undefined ? failure(cannot('path-refused')) : success(path);
}

/** Some describe a path with a question mark in it. */
function pathAndQuery({ path }: RequestNote): readonly [path: string, query: string] {
  const mark = path.indexOf('?');
  return mark === -1 ? [path, ''] : [path.slice(0, mark), path.slice(mark + 1)];
}

function queryInPath(note: RequestNote, values: JsonObject): readonly Pair[] {
  const pairs = [...new URLSearchParams(pathAndQuery(note)[1])];
  return pairs.map(([name, text]) => [
    name,
    piecesOf(text)
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const parameter = note.parameters.find(
          (one) => one.in === 'path' && one.name === piece.name,
        );
        const value = parameter && ownValue(values, parameter.field);
        return value === undefined ? '' : (headerText({ ...plain, name }, value) ?? '');
      })
      .join(''),
  ]);
}

const plain = { style: 'simple', explode: false } as const;

function queryOf({ parameters }: RequestNote, values: JsonObject): readonly QueryPair[] {
  return parameters.flatMap((parameter) => {
    const value = ownValue(values, parameter.field);
    return parameter.in === 'query' && value !== undefined ? queryPairs(parameter, value) : [];
  });
}

function headersOf(note: RequestNote, values: JsonObject): readonly Pair[] {
  const { accept, body, parameters } = note;
  return [
    ...(accept === undefined ? [] : [['accept', accept] as const]),
    ...(body?.type === undefined ? [] : [['content-type', body.type] as const]),
    ...parameters.flatMap((parameter) => {
      const value = ownValue(values, parameter.field);
      if (parameter.in !== 'header' || value === undefined) return [];
      const text = headerText(parameter, value);
      return text === undefined ? [] : [[parameter.name, text] as const];
    }),
  ];
}

function planBody(
  note: RequestNote,
  body: BodyNote,
  values: JsonObject,
): Result<HttpRequest['body'], CallFailure> {
  const value = body.field === undefined ? ownFields(note, values) : ownValue(values, body.field);
  if (value === undefined) return success(undefined);
  const sent = isJsonObject(value) ? formed(body, value) : value;
  const files = body.as === 'bytes' ? [sent] : body.as === 'multipart' ? filesOf(sent) : [];
  const trouble = fileTrouble(files);
  return trouble === undefined
    ? success({ as: body.as, value: sent })
    : failure({
        ...cannot(trouble.code, trouble.params),
        fields: [...(body.files ?? []), ...(body.field === undefined ? [] : [body.field])].map(
          (name) => ({ path: [name] }),
        ),
      });
}

/** What of the input is no parameter; undefined where there is nothing of it and nothing was needed. */
function ownFields({ parameters, body }: RequestNote, values: JsonObject): JsonObject | undefined {
  const taken = new Set(parameters.map(({ field }) => field));
  const own = Object.entries(values).filter(([name]) => !taken.has(name));
  if (own.length === 0 && body?.as !== 'json') return undefined;
  return Object.fromEntries(own);
}

/** A form as it is sent: lists that are one text as such, files apart. */
function formed({ as, files = [], joined = {} }: BodyNote, value: JsonObject): Json {
  const entries = Object.entries(value).flatMap(([name, entry]): readonly [string, Json][] => {
    const style = Object.hasOwn(joined, name) ? joined[name] : undefined;
    if (style === undefined || !isJsonList(entry)) return [[name, entry]];
    return queryPairs({ name, style, explode: false }, entry).map(([, text]) => [name, text]);
  });
  if (as !== 'multipart') return Object.fromEntries(entries);
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !files.includes(name))),
    files: entries
      .filter(([name]) => files.includes(name))
      .flatMap(([field, file]) =>
        (isJsonList(file) ? file : [file]).map((one) =>
          isJsonObject(one) ? { ...one, field } : one,
        ),
      ),
  };
}

/** A field may have any name, also one that every object has. */
function ownValue(values: JsonObject, field: string): Json | undefined {
  return Object.hasOwn(values, field) ? values[field] : undefined;
}
