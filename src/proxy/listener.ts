/**
 * The proxy behind Node's HTTP server.
 *
 * 1. A call is taken and answered without `Request`, `Response` and router: these were a fifth of its time. What is asked of it
 *    is in `call-route.ts`, the same for every listener.
 * 2. A caller who goes is told to the call at once, and what is left of the answer is not read.
 */
import { getRequestListener } from '@hono/node-server';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ProxyApp } from './app.ts';
import { callPath, type ArrivedCall } from './call-route.ts';
import type { Caller } from './caller.ts';
import type { ReadyAnswer, Rest } from './ready-answer.ts';
import { RefusedError } from './refusal.ts';
import { checkDeclared, requestTooLarge } from './request-body.ts';

export function createListener(app: Pick<ProxyApp, 'fetch' | 'answerCall'>): RequestListener {
  // The adaptor's own Request and Response, in place of the process's: half of the time of what goes through it.
  const otherwise = getRequestListener((request) => app.fetch(request), {
    overrideGlobalObjects: true,
  });
  return (request, response) => {
    if (request.method !== 'POST' || request.url !== callPath)
      return void otherwise(request, response);
    const waiting = new WaitingCaller(request, response);
    void app.answerCall(waiting).then((answer) => send(answer, response));
  };
}

class WaitingCaller implements ArrivedCall, Caller {
  readonly #request: IncomingMessage;
  #isGone = false;
  #act: (() => void) | undefined;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.#request = request;
    response.on('close', () => {
      if (response.writableFinished) return;
      this.#isGone = true;
      this.#act?.();
    });
  }

  get caller(): Caller {
    return this;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  onGone(act: (() => void) | undefined): void {
    this.#act = act;
  }

  readonly header = (name: string): string | undefined => {
    const value = this.#request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };

  text(capBytes: number): Promise<string> {
    const request = this.#request;
    return new Promise((resolve, reject) => {
      checkDeclared(request.headers['content-length'], capBytes);
      const pieces: Buffer[] = [];
      let seen = 0;
      request.on('data', (piece: Buffer) => {
        seen += piece.length;
        // What still comes is read and dropped: only then the refusal is heard.
        if (seen > capBytes) reject(requestTooLarge(capBytes));
        else pieces.push(piece);
      });
      request.on('end', () => {
        const [only] = pieces;
        resolve(
          (pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)).toString(),
        );
      });
      this.#act = () => reject(new RefusedError('proxy.call-cancelled'));
      if (this.#isGone) this.#act();
    });
  }
}

function send({ status, headers, bytes, rest }: ReadyAnswer, response: ServerResponse): void {
  response.writeHead(status, headers);
  if (rest === undefined) return void response.end(bytes);
  response.write(bytes);
  void sendRest(rest, response);
}

async function sendRest(rest: Rest, response: ServerResponse): Promise<void> {
  try {
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return void response.end();
      if (!response.write(next.value)) await drained(response);
      if (response.destroyed) return void (await rest.return());
    }
  } catch {
    // The connection is closed, so that nobody takes the beginning for all; why, the call has noted.
    response.destroy();
  }
}

/** There is room again, or nobody there any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
    if (response.destroyed) go();
  });
}
