import type { Json, JsonObject } from '../../shared/index.ts';
import type { HttpRequest, ServiceAnswer } from '../../catalog/index.ts';
import type { ServicePort } from '../ports.ts';

export type Script = (request: HttpRequest, call: number) => ServiceAnswer | Promise<ServiceAnswer>;

export interface FakeService extends ServicePort {
  readonly requests: readonly HttpRequest[];
  /** Calls on their way, and the most there ever were at once. */
  readonly traffic: { now: number; most: number };
}

/** A service that answers by script and remembers what it was asked. An abort rejects, as a real one does. */
export function fakeService(script: Script): FakeService {
  const requests: HttpRequest[] = [];
  const traffic = { now: 0, most: 0 };
  const onAbort = new WeakMap<AbortSignal, Set<() => void>>();
  /** One listener a signal, however many calls are under way. */
  const abortsOf = (signal: AbortSignal): Set<() => void> => {
    const known = onAbort.get(signal);
    if (known !== undefined) return known;
    const aborts = new Set<() => void>();
    onAbort.set(signal, aborts);
    signal.addEventListener('abort', () => {
      for (const abort of aborts) abort();
    });
    return aborts;
  };
  return {
    requests,
    traffic,
    async call(request, _credential, signal) {
      if (request.via !== undefined) throw new Error('this service is asked by HTTP');
      requests.push(request);
      traffic.now++;
      traffic.most = Math.max(traffic.most, traffic.now);
      const aborts = abortsOf(signal);
      let abort = (): void => undefined;
      try {
        return await new Promise<ServiceAnswer>((resolve, reject) => {
          abort = () => {
            reject(new DOMException('aborted', 'AbortError'));
          };
          aborts.add(abort);
          Promise.resolve(script(request, requests.length - 1)).then(resolve, reject);
          if (signal.aborted) abort();
        });
      } finally {
        aborts.delete(abort);
        traffic.now--;
      }
    },
  };
}

export function answered(
  status: number,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): ServiceAnswer {
  return { kind: 'answered', status, headers, body, ms: 1 };
}

/** A service with a list of `count` rows in pages, single rows, and a place that takes new ones and gives them back. */
export function rowsService(count: number, pageSize = 100): Script {
  return (request) => {
    if (request.method === 'POST')
      return answered(201, { ...(request.body?.value as JsonObject), saved: true });
    if (request.method === 'DELETE') return answered(204, '');
    if (request.path !== '/rows')
      return answered(200, { id: request.path.slice('/rows/'.length), found: true });
    const from = Number(request.query.find(([name]) => name === 'after')?.[1] ?? 0);
    const to = Math.min(count, from + pageSize);
    const items = Array.from({ length: to - from }, (_, at) => ({
      id: from + at,
      name: `row ${String(from + at)}`,
    }));
    return answered(200, { items, next: to < count ? String(to) : null });
  };
}
