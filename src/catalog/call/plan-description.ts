import { failure, success, type Result } from '../../shared/index.ts';
import type { CallFailure, HttpRequest } from '../call-contract.ts';
import type { Component, Operation, WsdlCall } from '../component.ts';
import { atPointer } from '../json-pointer.ts';
import { settingsWithDefaults } from '../settings.ts';
import { splitAddress } from './address.ts';
import { cannot } from './make-part.ts';
import type { CallToPlan } from './plan-call.ts';

export function wsdlCallOf({ call }: Operation): WsdlCall | undefined {
  return call.via === 'wsdl' ? (call as WsdlCall) : undefined;
}

type Asked = NonNullable<HttpRequest['description']>;
type Owner = Pick<Component, 'id' | 'origins'>;

/** The request for a description's first document; where its text is in the settings, nobody has to be asked. */
export function planDescription(
  call: WsdlCall,
  { component, operation, settings }: CallToPlan,
): Result<HttpRequest, CallFailure> {
  const whole = settingsWithDefaults(operation, settings);
  const text = textAt(whole, call.description) ?? '';
  const wanted = call.operation === undefined ? undefined : textAt(whole, call.operation);
  const told = wanted === undefined ? {} : { operation: wanted };
  if (text.startsWith('<')) {
    const here = { origin: '', path: '/', query: [] };
    const request = documentRequest(component, here, { documents: [{ text }], ...told });
    return success({ ...request, isKnown: true });
  }
  const address = addressIn(text);
  const request =
    address === undefined
      ? undefined
      : documentAt(component, address, { documents: [{ address }], ...told });
  return request === undefined ? failure(cannot('wsdl-address')) : success(request);
}

/** The request for a document, the last of those named; undefined where its address is none that can be asked at. */
export function documentAt(
  owner: Owner,
  address: string,
  description: Asked,
): HttpRequest | undefined {
  const split = splitAddress(address);
  return split === undefined ? undefined : documentRequest(owner, split, description);
}

function documentRequest(
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
    headers: [['accept', 'text/xml, application/xml, application/wsdl+xml, */*;q=0.5']],
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
