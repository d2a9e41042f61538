/**
 * A task's pages, as the page and its worker read them: the answer of `/api/task` is read as far as it is asked for, and
 * stays open in between. Speaks `contract.ts` and nothing else; the other side is `tasks/answer-task.ts`.
 */
import type { RequestTemplate, ServiceAnswer, TaskRequest } from '../catalog/contract.ts';
import {
  attachmentBytes,
  attachmentsIn,
  fromBase64,
  isJsonObject,
  parseJson,
  writeJson,
  type Json,
  type KeptFiles,
} from '../shared/index.ts';
import {
  refusalHeader,
  taskLineSchema,
  withFilePaths,
  type Refusal,
  type TaskLine,
  type TaskOrder,
} from './contract.ts';
import { attachmentTo, behind, bytesOf, keepFile, TooLarge } from './page-attachments.ts';
import { serverGone, sessionHeaders, toRefusal, unanswered } from './page-answers.ts';
import type { SealedFetch } from './page-seals.ts';

export interface TaskReader {
  /** The first page, or the one that `continues` leads to. Rejects only when the signal is aborted. */
  page(
    request: TaskRequest,
    credential: string | undefined,
    signal?: AbortSignal,
  ): Promise<ServiceAnswer>;
  /** Closes what is kept open for a page that nobody will ask for. */
  leave(request: RequestTemplate): void;
}

interface Sent {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob;
}

type Lines = AsyncGenerator<TaskLine, void, undefined>;
type Told = Exclude<TaskLine, { readonly bytes: string }>;

interface OpenAnswer {
  readonly lines: Lines;
  readonly end: AbortController;
  page: number;
}

const readLost: Refusal = { code: 'common.read-lost', params: {}, retryable: false };

export function createTaskReader(fetch: SealedFetch, files?: KeptFiles): TaskReader {
  const open = new Map<string, OpenAnswer>();
  let opened = 0;

  async function first(
    request: TaskRequest,
    credential: string,
    signal: AbortSignal | undefined,
  ): Promise<ServiceAnswer> {
    const end = new AbortController();
    const stop = (): void => end.abort();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      signal?.throwIfAborted();
      const sent = await toSent(request, credential);
      if ('code' in sent) return unanswered(sent);
      const { address, ...init } = sent;
      const response = await fetch(
        address,
        { ...init, method: 'POST', signal: end.signal },
        credential,
      );
      if (response.headers.has(refusalHeader)) return unanswered(toRefusal(await response.text()));
      if (response.status !== 200 || response.body === null)
        return unanswered(serverGone(response.status >= 500));
      return await read({ lines: linesOf(response.body), end, page: 0 }, `${++opened}`, signal);
    } catch (cause) {
      if (signal?.aborted === true) throw cause;
      return unanswered(serverGone());
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** A task as it goes to the proxy, the files that it is about behind it; or why it cannot. */
  async function toSent(request: TaskRequest, credential: string): Promise<Sent | Refusal> {
    const order = writeJson(orderOf(request, credential) as unknown as Json);
    const attached = attachmentsIn(request.input);
    if (attached.length === 0)
      return {
        address: '/api/task',
        headers: { ...sessionHeaders, 'Content-Type': 'application/json' },
        body: order,
      };
    const bytes = await bytesOf(attached, files);
    if (!(bytes instanceof Blob)) return bytes;
    return { address: withFilePaths.task, headers: sessionHeaders, body: behind(order, bytes) };
  }

  async function read(
    answer: OpenAnswer,
    name: string,
    signal: AbortSignal | undefined,
  ): Promise<ServiceAnswer> {
    const started = Date.now();
    const stop = (): void => answer.end.abort();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      signal?.throwIfAborted();
      const line = await nextLine(answer.lines, files);
      signal?.throwIfAborted();
      const ms = Date.now() - started;
      if (line === undefined) return brokenOff(answer, serverGone());
      if ('refusal' in line) return brokenOff(answer, line.refusal);
      if ('no' in line) return { kind: 'answered', headers: {}, ms, ...line.no };
      if ('end' in line) return { kind: 'answered', status: 200, headers: {}, body: [], ms };
      const answered = { kind: 'answered', status: 200, headers: {}, body: line.page, ms } as const;
      if (line.isLast === true) return answered;
      const more = `${name}/${++answer.page}`;
      open.set(more, answer);
      return { ...answered, more };
    } catch (cause) {
      if (signal?.aborted === true) throw cause;
      if (!(cause instanceof TooLarge)) return brokenOff(answer, serverGone());
      answer.end.abort();
      return unanswered(tooLarge);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    page(request, credential, signal) {
      const { continues } = request;
      if (continues === undefined)
        return credential === undefined
          ? Promise.resolve(
              unanswered({ code: 'proxy.credential-not-valid', params: {}, retryable: false }),
            )
          : first(request, credential, signal);
      const answer = open.get(continues);
      open.delete(continues);
      const [name = ''] = continues.split('/');
      return answer === undefined
        ? Promise.resolve(unanswered(readLost))
        : read(answer, name, signal);
    },
    leave(request) {
      const continues = request.via === undefined ? undefined : request.continues;
      if (continues === undefined) return;
      open.get(continues)?.end.abort();
      open.delete(continues);
    },
  };
}

const tooLarge: Refusal = {
  code: 'proxy.file-too-large-to-pass',
  params: { path: '', megabytes: attachmentBytes / 1024 / 1024 },
  retryable: false,
};

/** The next line that says something; undefined where there is none. Bytes before it are kept, and the message names them. */
async function nextLine(lines: Lines, files: KeptFiles | undefined): Promise<Told | undefined> {
  const begun = await lines.next();
  if (begun.done === true) return undefined;
  const first = begun.value;
  if (!('bytes' in first)) return first;
  if (files === undefined) throw new Error('a file came where none is kept');
  const behindFile: { line?: Told } = {};
  try {
    const kept = await keepFile(files, bytesIn(first.bytes, lines, behindFile));
    const { line } = behindFile;
    return line !== undefined && 'page' in line
      ? { ...line, page: line.page.map((message) => withContent(message, kept)) }
      : line;
  } catch (cause) {
    if (cause instanceof NotWhole) return behindFile.line;
    throw cause;
  }
}

/** The file ended with something else than its message: nothing of it is kept. */
class NotWhole extends Error {}

async function* bytesIn(
  first: string,
  lines: Lines,
  behindFile: { line?: Told },
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let piece = first; ;) {
    const read = fromBase64(piece);
    if (!read.ok) throw new Error('a piece of a file is no Base64');
    yield read.value;
    const next = await lines.next();
    if (next.done === true) throw new NotWhole();
    if ('bytes' in next.value) {
      piece = next.value.bytes;
      continue;
    }
    behindFile.line = next.value;
    if (!('page' in next.value)) throw new NotWhole();
    return;
  }
}

function withContent(message: Json, kept: { readonly id: string; readonly size: number }): Json {
  if (!isJsonObject(message)) return message;
  const name = typeof message['name'] === 'string' ? message['name'] : '';
  return { ...message, size: kept.size, content: attachmentTo(kept, name, undefined) };
}

/** Of a list that was begun nothing is open any more: the same page cannot be asked for again. */
function brokenOff({ page }: OpenAnswer, refusal: Refusal): ServiceAnswer {
  return unanswered(page === 0 ? refusal : { ...refusal, retryable: false });
}

function orderOf(request: TaskRequest, credential: string): TaskOrder {
  const { via, component, operation, effect, task, input, waitSeconds } = request;
  const order = { via, component, operation, effect, task, input, credential };
  return waitSeconds === undefined ? order : { ...order, waitSeconds };
}

async function* linesOf(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<TaskLine, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // Of a line that has not ended yet; put together once, however many pieces a long one comes in.
  let begun: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const [first = '', ...others] = decoder.decode(value, { stream: true }).split('\n');
      begun.push(first);
      for (const other of others) {
        const whole = begun.join('');
        begun = [other];
        yield lineOf(whole);
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function lineOf(text: string): TaskLine {
  const value = parseJson(text);
  const line = taskLineSchema.safeParse(value.ok ? value.value : undefined);
  return line.success
    ? line.data
    : { refusal: { code: 'common.answer-unreadable', params: {}, retryable: true } };
}
