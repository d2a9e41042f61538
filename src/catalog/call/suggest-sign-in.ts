/** How to sign in, as the service's description says it: which kind of account, and what of its form is known already. */
import { propertiesOf, type Json, type JsonObject } from '../../shared/index.ts';
import type { AuthRule, Said } from '../component/auth-rule.ts';
import type { Component } from '../component/component.ts';
import type { CredentialType } from '../component/credential-type.ts';
import type { Operation } from '../component/operation.ts';
import { pointerParts } from '../json-pointer.ts';
import type { SignInNote } from '../openapi/request-note.ts';
import type { Settings } from '../settings.ts';
import { calledOrigin } from './called-host.ts';
import { describedNoteOf } from './described-call.ts';
import type { StepShapes } from '../call-contract.ts';

export interface SuggestedSignIn {
  /** The ID of the kind of account. */
  readonly type: string;
  readonly values: JsonObject;
}

/** In the description's order; empty where it says nothing, or nothing that this component can. */
export function suggestSignIns(
  { credentials, origins }: Component,
  operation: Operation,
  settings: Settings,
  shapes: StepShapes | undefined,
): readonly SuggestedSignIn[] {
  const places = placesOf(origins, calledOrigin(operation, settings, shapes));
  return (describedNoteOf(operation, shapes)?.signIn ?? []).flatMap((way) => {
    const type = credentials.find((one) => isOf(one.auth, way));
    if (type === undefined) return [];
    return [{ type: type.id, values: valuesOf(type, [...places, ...saidBy(type.auth, way)]) }];
  });
}

/** What of the form of a kind of account is known from the step alone: the address that it calls is where the key goes. */
export function knownOfStep(
  { origins }: Component,
  type: CredentialType,
  calls: string | undefined,
): JsonObject {
  return valuesOf(type, placesOf(origins, calls));
}

function placesOf(origins: Component['origins'], calls: string | undefined): Known {
  return origins.flatMap((rule) =>
    typeof rule === 'object' && 'at' in rule && rule.from === 'credential'
      ? [[{ at: rule.at }, calls] as const]
      : [],
  );
}

function isOf(rule: AuthRule, way: SignInNote): boolean {
  if (rule.scheme !== way.scheme) return false;
  if (rule.scheme === 'api-key' && way.scheme === 'api-key') return rule.in === way.in;
  return rule.scheme !== 'oauth2' || way.scheme !== 'oauth2' || rule.grant === way.grant;
}

type Place = Said | readonly string[] | undefined;
type Known = readonly (readonly [Place, string | undefined])[];

function saidBy(rule: AuthRule, way: SignInNote): Known {
  if (rule.scheme === 'api-key' && way.scheme === 'api-key') return [[rule.name, way.name]];
  if (rule.scheme !== 'oauth2' || way.scheme !== 'oauth2') return [];
  return [
    [rule.tokenUrl, way.tokenUrl],
    [rule.scopes, way.scopes],
    ...(rule.grant === 'authorization-code'
      ? [[rule.authorizeUrl, way.authorizeUrl] as const]
      : []),
  ];
}

/** Only fields that the form has, and none that is a secret. */
function valuesOf({ schema }: CredentialType, known: Known): JsonObject {
  const fields = propertiesOf(schema, schema);
  const values: Record<string, Json> = {};
  for (const [place, value] of known) {
    const isField = typeof place === 'object' && !Array.isArray(place);
    const at = isField ? (place as Exclude<Said, string>).at : '';
    const [name = ''] = pointerParts(at);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field !== undefined && field.writeOnly !== true && value !== undefined)
      values[name] = value;
  }
  return values;
}
