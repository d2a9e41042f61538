/** The one outbound function in the shape of `fetch`, for a library that asks a service itself. */
import { callerOf } from '../caller.ts';
import type { Egress } from './egress.ts';
import { tooLarge } from './limits.ts';

/** What a library says of its question. */
interface LibraryAsks {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

const answerBytes = 1024 * 1024;

/** Follows no redirect: what the library sends may hold a secret. Rejects with `RefusedError`. */
export function libraryFetch(
  egress: Egress,
  mayAsk: (url: URL) => void,
): (address: string, asks: LibraryAsks) => Promise<Response> {
  return async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    mayAsk(url);
    const answer = await egress.send({
      url,
      method,
      headers: Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const),
      body: body instanceof URLSearchParams || typeof body === 'string' ? String(body) : undefined,
      injection: { headers: [], query: [], secrets: [] },
      redirects: 0,
      caller: signal === undefined ? undefined : callerOf(signal),
    });
    const { bytes, rest } = await answer.read();
    const chunks: Uint8Array[] = [bytes];
    let size = bytes.byteLength;
    for await (const chunk of rest ?? []) {
      size += chunk.byteLength;
      if (size > answerBytes) throw tooLarge(answerBytes);
      chunks.push(chunk);
    }
    const hasBody = answer.status !== 204 && answer.status !== 304;
    return new Response(hasBody ? Buffer.concat(chunks) : null, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}
