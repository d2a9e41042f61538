import type { Operation } from '../component/operation.ts';

const readers: ReadonlySet<string> = new Set(['wsdl', 'openapi']);

/** Whether an operation tells what a service's description says: it is asked by the door `descriptions.ts`. */
export function tellsDescription({ call }: Operation): boolean {
  return readers.has(call.via);
}
