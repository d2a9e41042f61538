/**
 * A message as the request that carries its envelope (SOAP 1.1 note, section 6; SOAP 1.2 part 2, section 7.4). How it is
 * written comes from the notes of the step's own fields, so an exported flow needs no description.
 */
import { failure, success, type JsonSchema, type Result } from '../../shared/index.ts';
import type { CallFailure, HttpRequest, CallToPlan, StepShapes } from '../call-contract.ts';
import type { SoapCall } from '../component/call.ts';
import type { Operation } from '../component/operation.ts';
import type { Origin } from '../component/origin.ts';
import { effectOf } from '../effect-of.ts';
import { atPointer } from '../json-pointer.ts';
import { settingsWithDefaults } from '../settings.ts';
import { soapNoteOf, type SoapNote } from '../soap/annotations.ts';
import { writeEnvelope } from '../soap/envelope/write-envelope.ts';
import { splitAddress, type SplitAddress } from './address.ts';
import { brokenHeader, cannot, type Pair } from './make-part.ts';

export function soapCallOf({ call }: Operation): SoapCall | undefined {
  return call.via === 'soap' ? (call as SoapCall) : undefined;
}

/** What the message is made by: what the step says, else what its component says. */
export function soapInputOf(
  operation: Operation,
  shapes: StepShapes | undefined,
): JsonSchema | undefined {
  return shapes?.input?.schema ?? operation.slots['input']?.schema;
}

export function planSoap(
  call: SoapCall,
  { component, operation, settings, input, shapes }: CallToPlan,
): Result<HttpRequest, CallFailure> {
  const schema = soapInputOf(operation, shapes);
  const note = soapNoteOf(schema);
  if (schema === undefined || note === undefined) return failure(cannot('soap-not-described'));
  const whole = settingsWithDefaults(operation, settings);
  const place = placeOf(call, note, whole, component.origins);
  if (place === undefined) return failure(cannot('soap-address'));
  const written = writeEnvelope(input, schema);
  if (!written.ok) {
    const { code, params, path } = written.reason;
    const fields = path.length === 0 ? [] : [{ path }];
    return failure({ ...cannot(code, params), fields });
  }
  const headers = headersOf(note);
  if (brokenHeader(headers) !== undefined) return failure(cannot('soap-not-described'));
  return success({
    component: component.id,
    operation: operation.id,
    effect: effectOf(operation, whole),
    ...place,
    method: 'POST',
    headers,
    body: { as: 'xml', value: written.value },
  });
}

type Place = Pick<HttpRequest, 'origin' | 'address' | 'path' | 'query'>;

function placeOf(
  call: SoapCall,
  note: SoapNote,
  settings: CallToPlan['settings'],
  origins: readonly Origin[],
): Place | undefined {
  const [first] = origins;
  if (call.path !== undefined)
    return first === undefined ? undefined : { origin: first, path: call.path, query: [] };
  const own = call.address === undefined ? undefined : atPointer(settings, call.address);
  const typed: SplitAddress | undefined = splitAddress(
    typeof own === 'string' && own.trim() !== '' ? own : note.address,
  );
  const origin =
    origins.find(
      (rule) => typeof rule === 'object' && 'from' in rule && rule.from === 'settings',
    ) ?? first;
  return typed === undefined || origin === undefined
    ? undefined
    : { origin, address: typed.origin, path: typed.path, query: typed.query };
}

function headersOf({ version, action }: SoapNote): readonly Pair[] {
  const quoted = `"${(action ?? '').replaceAll('"', '%22')}"`;
  return version === '1.1'
    ? [
        ['content-type', 'text/xml; charset=utf-8'],
        ['SOAPAction', quoted],
      ]
    : [
        [
          'content-type',
          `application/soap+xml; charset=utf-8${action === undefined ? '' : `; action=${quoted}`}`,
        ],
      ];
}
