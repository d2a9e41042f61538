/** Reads that are sent like writes: which of them this server lets pass as a read (P2). */
import { bodyOnlyAsks, type Component, type HttpCall } from '../catalog/contract.ts';
import type { CallRequest } from './contract.ts';
import { startOfEnvelope } from './start-of-envelope.ts';

/**
 * A read that is sent like a write: this server's own catalog says that the component has such at this path, or the body is
 * one. Of a SOAP message nobody but its service knows what it does; that it only reads is the person's word, kept in the flow.
 */
export function asksOnly(call: CallRequest, component: Component | undefined): boolean {
  const { method, path, query, headers, body } = call;
  if (method.toUpperCase() !== 'POST' || body === undefined) return false;
  const operations = component?.operations ?? [];
  return operations.some(({ effect, call: declared }) => {
    if (typeof effect === 'object' && 'asks' in effect)
      // Services also take a text from the address, and then that one.
      return (
        body.as === 'json' &&
        // Sent as a form, the same letters may be read as another text.
        headers.every(([name, value]) => name.toLowerCase() !== 'content-type' || isJson(value)) &&
        !query.some(([name, , written]) => textNames.has(name) || written !== undefined) &&
        bodyOnlyAsks(body.text)
      );
    if (effect === 'read' && declared.via === 'http')
      return isCallOf(declared as HttpCall, path, body.as);
    const mayRead = effect === 'read' || (typeof effect === 'object' && 'table' in effect);
    return (
      declared.via === 'soap' &&
      mayRead &&
      body.as === 'xml' &&
      startOfEnvelope(body.text) !== undefined
    );
  });
}

/** A search that is sent by POST: at the place that its description names, and nowhere else. */
function isCallOf(call: HttpCall, path: string, as: string): boolean {
  return call.method === 'POST' && call.body?.as === as && isPathOf(call, path);
}

/** Whether it is the place that a description names. */
export function isPathOf(call: HttpCall, path: string): boolean {
  const pattern = call.path.map((part) =>
    typeof part === 'string' ? part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&') : '[^/?#]+',
  );
  return new RegExp(`^${pattern.join('')}$`).test(path);
}

const isJson = (contentType: string): boolean =>
  /^application\/(graphql\+)?json\s*(;|$)/i.test(contentType.trim());

/** By these a service may take another text than the body's, or one that it keeps. */
const textNames: ReadonlySet<string> = new Set([
  'query',
  'operationName',
  'extensions',
  'id',
  'documentId',
]);
