/** What the thread of descriptions is asked: what a service says of itself. */
import { createDescriptionReader, type AskedDescription } from '../catalog/descriptions.ts';
import type { CallFailure } from '../catalog/index.ts';
import { createServiceCalls, type Fetch } from '../proxy/page-call.ts';
import type { Json, Result } from '../shared/index.ts';

/** How far the reading of a description is. */
export interface ReadingProgress {
  /** What has come so far. */
  readonly bytes: number;
  /** It is there and is being read: nobody knows how far. */
  readonly isReading: boolean;
}

/** Told at most once for so many bytes. */
const told = 100_000;

export function createDescriptionCommands(fetch: Fetch, tell: (progress: ReadingProgress) => void) {
  const calls = createServiceCalls(counting(fetch, tell));
  const reader = createDescriptionReader({
    // Descriptions are asked for without the sign-in, so there is none in here.
    call: (request) => calls.call(request, undefined),
    reading: () => tell({ bytes: 0, isReading: true }),
  });
  return {
    'description.ask': (asked: AskedDescription): Promise<Result<readonly Json[], CallFailure>> =>
      reader.ask(asked),
  };
}

export type DescriptionCommands = ReturnType<typeof createDescriptionCommands>;

/** The same answers, while somebody hears how much of them has come. */
function counting(fetch: Fetch, tell: (progress: ReadingProgress) => void): Fetch {
  return async (address, init) => {
    const response = await fetch(address, init);
    if (response.body === null) return response;
    let bytes = 0;
    let said = 0;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.byteLength;
        if (bytes - said >= told) tell({ bytes: (said = bytes), isReading: false });
        controller.enqueue(piece);
      },
    });
    return new Response(response.body.pipeThrough(counter), response);
  };
}
