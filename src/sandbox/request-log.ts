/** What reached a sample service, for tests: no headers, no bodies, no query, so no secret can be in it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface RequestLog {
  /** How many requests came since the last reset; with `wanted`, how many of the kept ones fit it. */
  count(wanted?: Partial<LoggedRequest>): number;
  /** The newest 1,000, oldest first. */
  entries(): readonly LoggedRequest[];
  add(request: LoggedRequest): void;
  clear(): void;
}

const kept = 1000;

export function createRequestLog(): RequestLog {
  let total = 0;
  let entries: LoggedRequest[] = [];
  return {
    count: (wanted) =>
      wanted === undefined ? total : entries.filter((entry) => fits(entry, wanted)).length,
    entries: () => [...entries],
    add(request) {
      total += 1;
      entries.push(request);
      if (entries.length > kept) entries.shift();
    },
    clear() {
      total = 0;
      entries = [];
    },
  };
}

function fits(entry: LoggedRequest, wanted: Partial<LoggedRequest>): boolean {
  return (
    (wanted.method === undefined || wanted.method === entry.method) &&
    (wanted.path === undefined || wanted.path === entry.path) &&
    (wanted.status === undefined || wanted.status === entry.status)
  );
}
