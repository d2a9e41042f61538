/**
 * A task's pages, as the page and its worker read them: the answer of `/api/task` is read as far as it is asked for, and
 * stays open in between. Speaks `contract.ts` and nothing else; the other side is `tasks/answer-task.ts`.
 */
import type { RequestTemplate, ServiceAnswer, TaskRequest } from '../catalog/contract.ts';
import { parseJson, writeJson, type Json } from '../shared/index.ts';
import {
  refusalHeader,
  taskLineSchema,
  type Refusal,
  type TaskLine,
  type TaskOrder,
} from './contract.ts';
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

interface OpenAnswer {
  readonly lines: AsyncGenerator<TaskLine, void, undefined>;
  readonly end: AbortController;
  page: number;
}

const readLost: Refusal = { code: 'common.read-lost', params: {}, retryable: false };

export function createTaskReader(fetch: SealedFetch): TaskReader {
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
      const response = await fetch(
        '/api/task',
        {
          method: 'POST',
          headers: { ...sessionHeaders, 'Content-Type': 'application/json' },
          body: writeJson(orderOf(request, credential) as unknown as Json),
          signal: end.signal,
        },
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
      const { value: line } = await answer.lines.next();
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
      return brokenOff(answer, serverGone());
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
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) yield lineOf(part);
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
