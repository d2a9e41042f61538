/** What two threads say to each other: a question and its answer, or news that nobody asked for. */
export interface Ask<Name extends string = string> {
  readonly ask: number;
  readonly command: Name;
  readonly with: unknown;
}
export type Answer =
  | { readonly answer: number; readonly ok: true; readonly value: unknown }
  | { readonly answer: number; readonly ok: false; readonly message: string };
export interface News<Item> {
  readonly news: Item;
}

/** A table of commands: one function each, what it is asked and what it answers. */
export type CommandTable = Readonly<Record<string, (asked: never) => unknown>>;
export type Asked<Table extends CommandTable, Name extends keyof Table> = Parameters<
  Table[Name]
>[0];
export type Answered<Table extends CommandTable, Name extends keyof Table> = Awaited<
  ReturnType<Table[Name]>
>;

/** The part of a worker, seen from either side, that is needed here. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Answers questions by a table of commands. */
export function serveCommands(line: Line, table: CommandTable): void {
  line.addEventListener('message', ({ data }) => {
    const { ask, command, with: asked } = data as Ask; // our own page is the only one that can post here
    const act = Object.hasOwn(table, command) ? table[command] : undefined;
    void Promise.resolve()
      .then(() => {
        if (act === undefined) throw new Error(`no command "${command}"`);
        return act(asked as never);
      })
      .then(
        (value) => ({ answer: ask, ok: true, value }) satisfies Answer,
        (cause: unknown) =>
          ({
            answer: ask,
            ok: false,
            message: cause instanceof Error ? cause.message : String(cause),
          }) satisfies Answer,
      )
      .then((answer: Answer) => {
        try {
          line.postMessage(answer);
        } catch (cause) {
          // What cannot be handed over (a function in it) is an answer too: without one the page waits for ever.
          line.postMessage({ answer: ask, ok: false, message: String(cause) } satisfies Answer);
        }
      });
  });
}

export interface Caller<Table extends CommandTable> {
  call<Name extends keyof Table & string>(
    command: Name,
    asked: Asked<Table, Name>,
  ): Promise<Answered<Table, Name>>;
  /** Nobody will answer any more: open questions fail. */
  close(reason: string): void;
  readonly open: number;
}

/** Asks questions over a line; whatever is not an answer goes to `onNews`. */
export function callCommands<Table extends CommandTable, Item = never>(
  line: Line,
  onNews: (item: Item) => void = () => undefined,
): Caller<Table> {
  const open = new Map<
    number,
    { resolve: (value: never) => void; reject: (cause: Error) => void }
  >();
  let asks = 0;
  line.addEventListener('message', ({ data }) => {
    const message = data as Answer | News<Item>; // our own worker is the only one that can post here
    if ('news' in message) {
      onNews(message.news);
      return;
    }
    const waiting = open.get(message.answer);
    open.delete(message.answer);
    if (message.ok) waiting?.resolve(message.value as never);
    else waiting?.reject(new Error(message.message));
  });
  return {
    call(command, asked) {
      return new Promise((resolve, reject) => {
        const ask = ++asks;
        line.postMessage({ ask, command, with: asked } satisfies Ask);
        open.set(ask, { resolve, reject });
      });
    },
    close(reason) {
      for (const { reject } of open.values()) reject(new Error(reason));
      open.clear();
    },
    get open() {
      return open.size;
    },
  };
}

/** A worker as far as it is used here; a test hands in its own. */
export interface WorkerLike extends Line {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error', listener: (event: unknown) => void): void;
  terminate(): void;
}
