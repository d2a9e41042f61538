import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  developmentPolicy,
  pageHeaders,
  RefusedError,
  toRefusalResponse,
  type ProxyApp,
} from '../proxy/index.ts';

/** Connect-style, as the development server of the page has it. */
export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** The page from its sources: the same door, session and headers as the built one, with the policy development needs. */
export function handOverPage(
  app: ProxyApp,
  pageHandler: PageHandler,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  try {
    // Files pass the host check too; only a document gets a session.
    const verdict = app.admitDocument(request.url ?? '/', header);
    if (isDocument(request, header('accept'))) {
      if ('instead' in verdict) return void send(verdict.instead, response);
      if (verdict.cookie !== undefined) response.setHeader('Set-Cookie', verdict.cookie);
    }
  } catch (cause) {
    if (cause instanceof RefusedError) return void send(toRefusalResponse(cause), response);
    throw cause;
  }
  for (const [name, value] of Object.entries(pageHeaders(developmentPolicy)))
    response.setHeader(name, value);
  pageHandler(request, response, (error) => {
    response.statusCode = error === undefined ? 404 : 500;
    response.end();
  });
}

function isDocument(request: IncomingMessage, accept: string | undefined): boolean {
  return request.method === 'GET' && (request.url === '/' || (accept ?? '').includes('text/html'));
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}
