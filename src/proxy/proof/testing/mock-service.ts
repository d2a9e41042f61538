/** A service that holds every request against its description, by a validator that we did not write, and answers as it is told. */
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { middleware } from 'express-openapi-validator';
import type { Given } from '../../../catalog/testing/proofs.ts';

export interface Received {
  readonly method: string;
  /** As it was asked for, with what stands in front of every path. */
  readonly path: string;
  readonly search: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** What the validator has against it. */
  readonly refused?: string;
}

export interface MockService {
  readonly origin: string;
  readonly host: string;
  /** Since it was last asked. */
  received(): readonly Received[];
  answerWith(given: Given): void;
  answerBy(answer: (received: Received) => Given): void;
  close(): Promise<void>;
}

/** Without a description everything is taken. */
export async function startMockService(
  description: { readonly document: object; readonly base: RegExp } | undefined,
): Promise<MockService> {
  let answerTo: (received: Received) => Given = () => ({ status: 200, body: {} });
  let received: Received[] = [];
  const keep = (request: Request, refused?: string): Received => {
    const { method, originalUrl, headers } = request;
    const kept: Received = {
      method,
      path: paths.get(request) ?? '',
      search: originalUrl.split('?')[1] ?? '',
      headers,
      body: bodies.get(request),
      ...(refused === undefined ? {} : { refused }),
    };
    received.push(kept);
    return kept;
  };
  const bodies = new WeakMap<Request, unknown>();
  const paths = new WeakMap<Request, string>();
  const app = express();
  app.set('query parser', 'extended');
  app.use((request, _response, next) => {
    paths.set(request, request.path);
    if (description !== undefined) request.url = request.url.replace(description.base, '');
    request.originalUrl = request.url;
    next();
  });
  app.use(
    express.json({
      strict: false,
      type: (request) => /json/.test(request.headers['content-type'] ?? ''),
      limit: '5mb',
    }),
  );
  app.use(express.urlencoded({ extended: true }));
  app.use((request, _response, next) => {
    bodies.set(request, structuredClone(request.body as unknown));
    next();
  });
  if (description !== undefined) {
    const strict = validators(description.document, false);
    // In a form everything is text: numbers in it are numbers by what the description says.
    const ofForms = validators(description.document, true);
    app.use((request, response, next) => {
      const isForm = request.is('urlencoded') !== false || request.is('multipart') !== false;
      inTurn(isForm ? ofForms : strict, request, response, next);
    });
  }
  app.use((request, response) => {
    const { status, headers = {}, body } = answerTo(keep(request));
    response.status(status).set(headers).json(body);
  });
  app.use((error: Error, request: Request, response: Response, _next: NextFunction) => {
    keep(request, error.message);
    response.status(400).json({ proof: error.message });
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    origin: `http://${host}`,
    received: () => received.splice(0),
    answerWith: (given) => (answerTo = () => given),
    answerBy: (answer) => (answerTo = answer),
    close: () =>
      new Promise((resolve) => {
        received = [];
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function validators(document: object, coerceTypes: boolean) {
  return middleware({
    // It changes what it is given.
    apiSpec: structuredClone(document) as Parameters<typeof middleware>[0]['apiSpec'],
    validateApiSpec: false,
    validateSecurity: false,
    validateResponses: false,
    validateRequests: { coerceTypes, allowUnknownQueryParameters: false },
    validateFormats: true,
    // What the description does not know is told by the test of its operation; an exchange may stand for it.
    ignoreUndocumented: true,
  });
}

function inTurn(
  [first, ...rest]: ReturnType<typeof validators>,
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (first === undefined) return next();
  void first(request as never, response as never, (error?: unknown) => {
    if (error === undefined) inTurn(rest, request, response, next);
    else next(error);
  });
}
