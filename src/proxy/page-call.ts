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
  parseJson,
  piecesOf,
  type Json,
  type KeptFiles,
} from '../shared/index.ts';
import { isFileAnswer, largestFile, readable, toFile, toKeptFile } from './answered-file.ts';
import { withMail } from './answered-mail.ts';
import { answeredText } from './answered-text.ts';
import { answerHeaders, refusalHeader, type Refusal } from './contract.ts';
import { TooLarge } from './page-attachments.ts';
import { hearingFreshSeals, type FreshSeal, type SealedFetch } from './page-seals.ts';
import { serverGone, sessionHeaders, toRefusal, unanswered, type Fetch } from './page-answers.ts';
import { toSent } from './page-request.ts';
import { createTaskReader } from './page-task.ts';
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
    if (request.mail === undefined) return answered(body);
    const { at, passesOn } = request.mail;
    return answered(await withMail(body, at, passesOn ? files : undefined));
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
