/**
 * A call that the service's description tells of, in the words of one that a component writes out: which field of the input
 * fills which part of the request. By it refusals are led back to fields, and answers are taken.
 */
import type { JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../../mapping/contract.ts';
import type { HttpRequest } from '../call-contract.ts';
import type { DescribedCall, HttpCall } from '../component/call.ts';
import type { Operation } from '../component/operation.ts';
import { requestNoteOf, type ParameterNote, type RequestNote } from '../openapi/request-note.ts';

export function describedCallOf({ call }: Operation): DescribedCall | undefined {
  return call.via === 'described' ? (call as DescribedCall) : undefined;
}

/** What the request is made by: what the step says, else what its component says. */
export function describedNoteOf(
  operation: Operation,
  shapes: { readonly input?: { readonly schema: JsonSchema } | undefined } | undefined,
): RequestNote | undefined {
  return requestNoteOf(shapes?.input?.schema ?? operation.slots['input']?.schema);
}

export function asWrittenOut(
  { take }: DescribedCall,
  note: RequestNote,
  request: HttpRequest,
): HttpCall {
  const query = note.parameters.filter((one) => one.in === 'query');
  return {
    via: 'http',
    method: note.method,
    path: [{ address: '/address' }, ...pathParts(note)],
    query: group(query.map((one) => [one.name, field(one.field)])),
    ...(request.body === undefined
      ? {}
      : { body: { as: request.body.as, from: bodySource(note) } }),
    ...(take === undefined ? {} : { take }),
  };
}

/** Literal text and parameters in turn. */
function pathParts({ path, parameters }: RequestNote): HttpCall['path'] {
  const known = new Map(
    parameters.filter((one) => one.in === 'path').map((one) => [one.name, one] as const),
  );
  return piecesOf(path).map((piece) => {
    const parameter = typeof piece === 'string' ? undefined : known.get(piece.name);
    if (typeof piece === 'string') return piece;
    return parameter === undefined ? `{${piece.name}}` : { param: field(parameter.field) };
  });
}

export type PathPiece = string | { readonly name: string };

export function piecesOf(path: string): readonly PathPiece[] {
  return path
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') && part.endsWith('}') ? { name: part.slice(1, -1) } : part,
    );
}

function bodySource({ body }: RequestNote): Binding {
  const start = body?.field === undefined ? [] : [body.field];
  const whole: Binding = { kind: 'ref', from: 'input', path: start };
  if (body?.as !== 'multipart') return whole;
  const [file] = body.files ?? [];
  return group([
    ['fields', whole],
    ...(file === undefined
      ? []
      : [['files', { kind: 'ref', from: 'input', path: [...start, file] }] as const]),
  ]);
}

function field(name: ParameterNote['field']): Binding {
  return { kind: 'ref', from: 'input', path: [name] };
}

function group(parts: readonly (readonly [string, Binding])[]): Binding {
  return { kind: 'object', props: Object.fromEntries(parts) };
}
