/**
 * Finds the fields of the operation's input that a service's refusal is about. No guess wins over what the service
 * says: fields that its description declares, then fields it names in one of the usual shapes, then what its sentences
 * mention.
 */
import type { Json, JsonPath, JsonSchema } from '../../shared/index.ts';
import type { CallFailure, HttpRequest } from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import { fieldFinder } from './field-finder.ts';
import { mentionedFields } from './mentioned-fields.ts';
import { declaredFields, usualFields, type NamedField } from './named-fields.ts';
import { codesIn, saidStrings } from './said-strings.ts';

type Fields = CallFailure['fields'];

export interface Refused {
  readonly body: Json;
  /** A wrong key or a service in trouble is not about what was sent. */
  readonly isAboutData: boolean;
  readonly request: HttpRequest;
  readonly call: HttpCall;
  readonly schema: JsonSchema | undefined;
}

export function traceError({ body, isAboutData, request, call, schema }: Refused): Fields {
  const finder = fieldFinder(request, call, schema);
  const declared = found(declaredFields(body, call), finder.findDeclared);
  if (declared.length > 0 || !isAboutData) return declared;
  const usual = found(usualFields(body), finder.find);
  if (usual.length > 0) return usual;
  const said = saidStrings(body);
  return mentionedFields(said, codesIn(said), finder);
}

function found(
  named: readonly NamedField[],
  find: (path: JsonPath) => JsonPath | undefined,
): Fields {
  const fields = new Map<string, Fields[number]>();
  for (const { path: name, words } of named) {
    const path = find(name);
    if (path === undefined) continue;
    const key = JSON.stringify(path);
    if (fields.get(key)?.words === undefined)
      fields.set(key, { path, ...(words === undefined ? {} : { words }) });
  }
  return [...fields.values()];
}
