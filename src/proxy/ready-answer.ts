/** An answer that any listener can send. */
export interface ReadyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** All of it, or its beginning where there is a `rest`. */
  readonly bytes: Uint8Array;
  readonly rest?: Rest | undefined;
}

/** What follows, piece by piece: to be read to its end, or returned. */
export interface Rest {
  next(): Promise<IteratorResult<Uint8Array, void>>;
  return(): Promise<IteratorResult<Uint8Array, void>>;
}

export function toResponse({ status, headers, bytes, rest }: ReadyAnswer): Response {
  // No Buffer of ours shares its memory, which is what the page's types ask about.
  const body = rest === undefined ? (bytes as Uint8Array<ArrayBuffer>) : toStream(bytes, rest);
  return new Response(body, { status, headers });
}

function toStream(beginning: Uint8Array, rest: Rest): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(beginning);
    },
    async pull(controller) {
      try {
        const next = await rest.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      } catch (cause) {
        controller.error(cause);
      }
    },
    async cancel() {
      await rest.return();
    },
  });
}
