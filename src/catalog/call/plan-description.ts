import { failure, success, type Result } from '../../shared/index.ts';
import type { CallFailure, HttpRequest, CallToPlan } from '../call-contract.ts';
import type { OpenApiCall, WsdlCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
import { atPointer } from '../json-pointer.ts';
import { settingsWithDefaults } from '../settings.ts';
import { splitAddress } from './address.ts';
import { cannot } from './make-part.ts';

export function wsdlCallOf({ call }: Operation): WsdlCall | undefined {
  return call.via === 'wsdl' ? (call as WsdlCall) : undefined;
}

export function openApiCallOf({ call }: Operation): OpenApiCall | undefined {
  return call.via === 'openapi' ? (call as OpenApiCall) : undefined;
}

interface Kind {
  /** Whether what was entered is the text itself, not where it is. */
  readonly isText: (entered: string) => boolean;
  readonly accept: string;
  /** Why it is neither. */
  readonly neither: string;
}

const kinds = {
  wsdl: {
    isText: (entered) => entered.startsWith('<'),
    accept: 'text/xml, application/xml, application/wsdl+xml, */*;q=0.5',
    neither: 'wsdl-address',
  },
  openapi: {
    isText: (entered) => entered.startsWith('{') || entered.includes('\n'),
    accept: 'application/json, application/yaml, text/yaml, */*;q=0.5',
    neither: 'openapi-address',
  },
} as const satisfies Record<(WsdlCall | OpenApiCall)['via'], Kind>;

type Asked = NonNullable<HttpRequest['description']>;
type Owner = Pick<Component, 'id' | 'origins'>;

/** The request for a description's first document; where its text is in the settings, nobody has to be asked. */
export function planDescription(
  call: WsdlCall | OpenApiCall,
  { component, operation, settings }: CallToPlan,
): Result<HttpRequest, CallFailure> {
  const whole = settingsWithDefaults(operation, settings);
  const text = textAt(whole, call.description) ?? '';
  const wanted = call.operation === undefined ? undefined : textAt(whole, call.operation);
  const told = wanted === undefined ? {} : { operation: wanted };
  const { via } = call;
  if (kinds[via].isText(text)) {
    const here = { origin: '', path: '/', query: [] };
    const request = documentRequest(via, component, here, { documents: [{ text }], ...told });
    return success({ ...request, isKnown: true });
  }
  const address = addressIn(text);
  const request =
    address === undefined
      ? undefined
      : documentAt(via, component, address, { documents: [{ address }], ...told });
  return request === undefined ? failure(cannot(kinds[via].neither)) : success(request);
}

/** The request for a document, the last of those named; undefined where its address is none that can be asked at. */
export function documentAt(
  via: keyof typeof kinds,
  owner: Owner,
  address: string,
  description: Asked,
): HttpRequest | undefined {
  const split = splitAddress(address);
  return split === undefined ? undefined : documentRequest(via, owner, split, description);
}

function documentRequest(
  via: keyof typeof kinds,
  { id, origins }: Owner,
  { origin, path, query }: Pick<HttpRequest, 'path' | 'query'> & { readonly origin: string },
  description: Asked,
): HttpRequest {
  return {
    component: id,
    effect: 'read',
    origin: origins[0] ?? '',
    ...(origin === '' ? {} : { address: origin }),
    method: 'GET',
    path,
    query,
    headers: [['accept', kinds[via].accept]],
    withoutSignIn: true,
    description,
  };
}

function textAt(settings: CallToPlan['settings'], pointer: string): string | undefined {
  const value = atPointer(settings, pointer);
  return typeof value === 'string' ? value.trim() : undefined;
}

function addressIn(text: string): string | undefined {
  if (splitAddress(text) === undefined) return undefined;
  const url = new URL(text);
  url.hash = '';
  return url.href;
}
