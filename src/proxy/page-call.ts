/**
 * A call to a service, as the page and its worker make it: one path, one origin, through the proxy, which alone knows
 * secrets. Speaks `contract.ts` and nothing else; the other side is `call.ts`, for a host in the same process without a
 * network in between (`in-process.ts`).
 *
 * 1. Trouble on the way is an answer, never an exception. Only an abort by the caller throws.
 * 2. An answer that breaks off after its beginning is the service's affair until the proxy says otherwise: it is asked.
 * 3. A file that the host keeps goes out behind its call, and one that is to be passed on comes in to where it is kept: piece
 *    by piece, and whole or not at all.
 * 4. What the proxy puts off (429 of its own) is asked again when it says so: nothing was sent.
 */
import { z } from 'zod';
import type { HttpRequest, RequestTemplate, ServiceAnswer } from '../catalog/contract.ts';
import {
  attachmentBytes,
  isAttachment,
  isJsonObject,
  parseJson,
  piecesOf,
  writeJson,
  type Json,
  type KeptFiles,
} from '../shared/index.ts';
import { isFileAnswer, largestFile, readable, toFile, toKeptFile } from './answered-file.ts';
import { withMail } from './answered-mail.ts';
import { answeredText } from './answered-text.ts';
import {
  answerHeaders,
  refusalHeader,
  withFilePaths,
  type CallRequest,
  type Refusal,
} from './contract.ts';
import { behind, bytesOf, TooLarge } from './page-attachments.ts';
import { hearingFreshSeals, type FreshSeal, type SealedFetch } from './page-seals.ts';
import { serverGone, sessionHeaders, toRefusal, unanswered, type Fetch } from './page-answers.ts';
import { createTaskReader } from './page-task.ts';
import { filesBody, filesSent, isOfFiles } from './request-files.ts';
import { waitingForRoom } from './waiting-fetch.ts';

export { serverGone, sessionHeaders, toRefusal, type Fetch, type FreshSeal };

export interface ServiceCalls {
  /** Sends one planned request. Rejects only when the signal is aborted. */
  call(
    request: RequestTemplate,
    credential: string | undefined,
    signal?: AbortSignal,
  ): Promise<ServiceAnswer>;
  /** A further page that nobody will ask for: what is kept open for it is closed. */
  leave(request: RequestTemplate): void;
}

/**
 * Every way a service is asked, over one `fetch`. `files`: where files are that are passed on; none = none are. `onFresh` hears of a credential that comes back sealed anew, once for each
 * new seal: whoever holds the old one keeps this in its place.
 */
export function createServiceCalls(
  given: Fetch,
  onFresh: (fresh: FreshSeal) => void = () => undefined,
  files?: KeptFiles,
): ServiceCalls {
  const fetch = hearingFreshSeals(waitingForRoom(given), onFresh);
  const tasks = createTaskReader(fetch, files);
  return {
    call: (request, credential, signal) =>
      request.via !== undefined
        ? tasks.page(request, credential, signal)
        : request.isKnown === true
          ? Promise.resolve(nothingAsked)
          : callThroughProxy(
              fetch,
              request,
              request.withoutSignIn === true ? undefined : credential,
              signal,
              files,
            ),
    leave: tasks.leave,
  };
}

const nothingAsked: ServiceAnswer = {
  kind: 'answered',
  status: 200,
  headers: {},
  body: '',
  ms: 0,
};

async function callThroughProxy(
  fetch: SealedFetch,
  request: HttpRequest,
  credential: string | undefined,
  signal: AbortSignal | undefined,
  files: KeptFiles | undefined,
): Promise<ServiceAnswer> {
  const init = signal === undefined ? {} : { signal };
  let response: Response | undefined;
  try {
    const sent = await toSent(request, credential, files);
    if ('code' in sent) return unanswered(sent);
    for (let isAgain = false; ; isAgain = true) {
      response = await fetch(
        sent.address,
        { ...init, method: 'POST', headers: sent.headers, body: sent.body },
        credential,
      );
      const answer = await toAnswer(request, response, files);
      if (isAgain || !isSignInRenewed(answer)) return answer;
    }
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    if (cause instanceof TooLarge)
      return unanswered(tooLarge(request, 'proxy.file-too-large-to-pass', attachmentBytes));
    return unanswered((await whyBrokenOff(fetch, response, init)) ?? serverGone());
  }
}

/** The service took nothing: the file goes out once more, with the new sign-in. */
function isSignInRenewed(answer: ServiceAnswer): boolean {
  return answer.kind === 'unanswered' && answer.problem.code === 'proxy.sign-in-renewed';
}

interface Sent {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob;
}

/** A call as it goes to the proxy, what its files hold behind it; or why it cannot. */
async function toSent(
  request: HttpRequest,
  credential: string | undefined,
  files: KeptFiles | undefined,
): Promise<Sent | Refusal> {
  const { body } = request;
  const sent =
    body !== undefined && isOfFiles(body.as) ? filesSent(body.as, body.value) : undefined;
  if (sent === undefined || !sent.parts.some((part) => isAttachment(part))) {
    const plain = sent === undefined ? body && toBody(body) : filesBody(sent);
    return {
      address: '/api/call',
      headers: { ...sessionHeaders, 'Content-Type': 'application/json' },
      body: JSON.stringify(toCallRequest(request, credential, plain)),
    };
  }
  const bytes = await bytesOf(sent.parts, files);
  if (!(bytes instanceof Blob)) return bytes;
  const call = toCallRequest(request, credential, {
    as: 'file',
    size: bytes.size,
    type: sent.type,
  });
  return {
    address: withFilePaths.call,
    headers: sessionHeaders,
    body: behind(JSON.stringify(call), bytes),
  };
}

function toCallRequest(
  request: HttpRequest,
  credential: string | undefined,
  body: CallRequest['body'],
): CallRequest {
  const { component, effect, origin, address, method, path, query, headers } = request;
  const { asNobody, waitSeconds } = request;
  return {
    component,
    effect,
    origin,
    method,
    path,
    query: query.map(([name, value]) => [name, value]),
    headers: headers.map(([name, value]) => [name, value]),
    ...(address === undefined ? {} : { address }),
    ...(body === undefined ? {} : { body }),
    ...(request.file === 'content' ? { profile: 'download' } : {}),
    ...(credential === undefined ? {} : { credential }),
    ...(asNobody === undefined ? {} : { asNobody }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
  };
}

function toBody({ as, value }: NonNullable<HttpRequest['body']>): CallRequest['body'] {
  if (isOfFiles(as)) return filesBody(filesSent(as, value));
  if (as === 'mail') {
    const { mail = {}, fields } = isJsonObject(value) ? value : {};
    return { as, mail, ...(fields === undefined ? {} : { fields }) };
  }
  return as === 'nested-form'
    ? { as: 'form', text: nestedForm(value) }
    : { as, text: textOf(as, value) };
}

/** `metadata[key]=…&items[0][price]=…`; what is empty is sent as an empty text, so that it can be emptied. */
function nestedForm(value: Json): string {
  const form = new URLSearchParams();
  const visit = (name: string, each: Json): void => {
    if (typeof each !== 'object' || each === null) return form.append(name, String(each ?? ''));
    for (const [key, inner] of Object.entries(each) as [string, Json][])
      visit(name === '' ? key : `${name}[${key}]`, inner);
  };
  visit('', value);
  return form.toString();
}

function textOf(as: 'json' | 'form' | 'text' | 'xml', value: Json): string {
  if (as === 'json') return writeJson(value);
  if (as === 'form' && typeof value === 'object' && value !== null) {
    const form = new URLSearchParams();
    for (const [name, entry] of Object.entries(value) as [string, Json][]) {
      for (const each of Array.isArray(entry) ? (entry as readonly Json[]) : [entry]) {
        if (each !== null)
          form.append(name, typeof each === 'object' ? writeJson(each) : String(each));
      }
    }
    return form.toString();
  }
  return typeof value === 'string' ? value : writeJson(value);
}

async function toAnswer(
  request: HttpRequest,
  response: Response,
  files: KeptFiles | undefined,
): Promise<ServiceAnswer> {
  if (response.headers.has(refusalHeader)) return unanswered(toRefusal(await response.text()));
  const status = Number(response.headers.get(answerHeaders.status));
  if (!Number.isInteger(status) || status < 100)
    return unanswered(serverGone(response.status >= 500));
  const headers = headersOf(response.headers.get(answerHeaders.headers));
  const answered = (body: Json): ServiceAnswer => ({
    kind: 'answered',
    status,
    headers,
    body,
    ms: Number(response.headers.get(answerHeaders.ms)),
  });
  const type = headers['content-type'];
  if (!isFileAnswer(request, status, headers)) {
    const text = answeredText(new Uint8Array(await response.arrayBuffer()), type);
    // Who asks for a description reads its text, which may be long, in a way of its own.
    if (request.description !== undefined) return answered(text);
    const body = bodyOf(text, type);
    return answered(request.mail === undefined ? body : await withMail(body, request.mail));
  }
  if (request.file === 'content')
    return files === undefined || response.body === null
      ? unanswered(serverGone())
      : answered(await toKeptFile(request, headers, piecesOf(response.body), files));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = textAfterAll(request, type, bytes);
  if (text !== undefined) return answered(text);
  return bytes.byteLength > largestFile
    ? unanswered(tooLarge(request, 'proxy.file-too-large', largestFile))
    : answered(toFile(request, headers, bytes));
}

/** Where no file is wanted: some services call a text bytes. */
function textAfterAll(
  { file }: HttpRequest,
  type: string | undefined,
  bytes: Uint8Array,
): string | undefined {
  const isUnsure = file === undefined && type?.startsWith('application/octet-stream') === true;
  return isUnsure ? readable(bytes, type, true) : undefined;
}

function tooLarge({ path }: HttpRequest, code: string, most: number): Refusal {
  const params = { path: path.slice(0, 200), megabytes: most / 1024 / 1024 };
  return { code, params, retryable: false };
}

/** Why an answer ended in its middle; undefined where the proxy does not know, or is gone itself. */
async function whyBrokenOff(
  fetch: Fetch,
  response: Response | undefined,
  init: { readonly signal?: AbortSignal },
): Promise<Refusal | undefined> {
  const id = response?.headers.get(answerHeaders.call);
  if (id === null || id === undefined) return undefined;
  try {
    const outcome = await fetch(`/api/calls/${encodeURIComponent(id)}/outcome`, {
      ...init,
      headers: sessionHeaders,
    });
    return outcome.status === 200 ? toRefusal(await outcome.text()) : undefined;
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    return undefined;
  }
}

const headersSchema = z.record(z.string(), z.string());

function headersOf(text: string | null): Readonly<Record<string, string>> {
  const value = parseJson(text ?? '{}');
  const headers = headersSchema.safeParse(value.ok ? value.value : undefined);
  return headers.success ? headers.data : {};
}

/** JSON where the service says so; what then cannot be read as JSON is given as the text it is. */
function bodyOf(text: string, type: string | undefined): Json {
  if (type === undefined || !/[/+]json\b/i.test(type) || text === '') return text;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
