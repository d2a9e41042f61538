import type { Json, JsonObject } from '../../../shared/index.ts';
import { childOf, childrenOf, type XmlElement } from '../xml/element.ts';

/** A service's no, in one form for both versions: the names of the older one, which services' own words know. */
export interface Fault extends JsonObject {
  readonly faultcode: string;
  readonly faultstring: string;
}

export function readFault(fault: XmlElement, anything: (element: XmlElement) => Json): Fault {
  const code = childOf(fault, fault.space, 'Code');
  if (code === undefined) {
    const named = (name: string) => fault.children.find((child) => child.name === name);
    return faultOf(
      named('faultcode')?.text ?? '',
      undefined,
      named('faultstring')?.text ?? '',
      named('detail'),
      anything,
    );
  }
  const value = (around: XmlElement | undefined) => childOf(around, fault.space, 'Value')?.text;
  const reasons = childrenOf(childOf(fault, fault.space, 'Reason'), fault.space, 'Text');
  return faultOf(
    value(code) ?? '',
    value(childOf(code, fault.space, 'Subcode')),
    reasons[0]?.text ?? '',
    childOf(fault, fault.space, 'Detail'),
    anything,
  );
}

function faultOf(
  code: string,
  subcode: string | undefined,
  words: string,
  detail: XmlElement | undefined,
  anything: (element: XmlElement) => Json,
): Fault {
  return {
    faultcode: code.trim(),
    ...(subcode === undefined ? {} : { subcode: subcode.trim() }),
    faultstring: words.trim(),
    ...(detail === undefined ? {} : { detail: withPointers(anything(detail)) }),
  };
}

/** A place in the request as XML names places (`/n:order/n:line[2]/n:sku`, counted from one) becomes one of the message. */
function withPointers(value: Json): Json {
  if (typeof value === 'string')
    return xmlPlace.test(value.trim()) ? pointerOf(value.trim()) : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(withPointers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withPointers(inner as Json)]),
  );
}

const xmlPlace =
  /^\/{1,2}[\w.-]+(?::[\w.-]+)?(?:\[\d+\])?(?:\/@?[\w.-]+(?::[\w.-]+)?(?:\[\d+\])?)+$/;

function pointerOf(place: string): string {
  const steps = place.split('/').filter((step) => step !== '');
  return steps
    .map((step) => {
      const [, name = '', position] = /^@?(?:[\w.-]+:)?([\w.-]+?)(?:\[(\d+)\])?$/.exec(step) ?? [];
      return `/${name}${position === undefined ? '' : `/${String(Number(position) - 1)}`}`;
    })
    .join('');
}
