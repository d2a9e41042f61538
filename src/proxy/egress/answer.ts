/** What comes back, made fit to be seen: chosen headers, decoded bytes, both without secrets. */
import { isBinaryOfKind } from '../content-type.ts';
import { createMasker, maskBytes, maskValues, type Needles } from '../mask.ts';
import { withheld, withholderOf } from '../withhold.ts';
import { RefusedError } from '../refusal.ts';
import { decodeBody, layersOf } from './decode.ts';
import { shortBytes, type AnswerHead, type Exchange } from './exchange.ts';
import { toRefusedMidway } from './failures.ts';
import { cutValues, firstOf, takeAnswerHeaders } from './headers.ts';
import { tooLarge, type Limits } from './limits.ts';
import type { Hop } from './redirect.ts';
import type { Watch } from './watch.ts';

export interface OutboundAnswer {
  readonly status: number;
  /** False where a redirect led to another origin: the secret was not there. */
  readonly isTrusted: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Its bytes, decoded, masked. Once. Throws `RefusedError` when a limit is hit or the service breaks off. */
  read(): Promise<AnswerBytes>;
  /** In place of reading: nobody wants them. */
  leave(): void;
}

/** What of an answer nobody may see. */
export interface Withholding {
  /** Of fields. */
  readonly names: readonly string[];
  /** What is asked for is a person's own file: that stays as it is. */
  readonly isFile: boolean;
}

export interface AnswerBytes {
  /** All of a short answer; the beginning of a longer one. */
  readonly bytes: Buffer;
  /** Of a longer one: what follows, to be read to its end or returned. */
  readonly rest?: AsyncGenerator<Uint8Array, void, undefined>;
}

/** Throws `RefusedError` where the headers tell that it cannot be read. */
export function toAnswer(
  exchange: Exchange,
  head: AnswerHead,
  hop: Hop,
  needles: Needles,
  watch: Watch,
  limits: Limits,
  withholding?: Withholding,
): OutboundAnswer {
  const isBare = hop.method === 'HEAD';
  const declared = Number(firstOf(head.headers['content-length']) ?? 0);
  if (declared > limits.answerBytes && !isBare) throw tooLarge(limits.answerBytes);
  const encoding = head.headers['content-encoding'];
  const layers = isBare || encoding === undefined ? [] : layersOf(String(encoding));
  const headers = cutValues(maskValues(takeAnswerHeaders(head.headers), needles));
  const names = namesToWithhold(withholding, head.status, hop);
  const onOther = (): void => {
    // A refusal in other words (a page of an outage, mostly) is told by its status alone.
    if (head.status < 400) throw new RefusedError('proxy.answer-not-json', { host: hop.url.host });
  };
  // What is no good answer is read as text by everybody, whatever the service calls it.
  const isUntouched = head.status < 300 && isBinaryOfKind(headers['content-type']);
  const searched = isUntouched ? [] : needles;

  async function* pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    const masker = createMasker(searched);
    const withholder = withholderOf(names, onOther);
    try {
      for await (const piece of decodeBody(exchange.pieces(), layers, limits.answerBytes)) {
        const sure = masker.push(withholder?.push(piece) ?? piece);
        if (sure.length > 0) yield sure;
      }
      const held = masker.end();
      if (held.length > 0) yield held;
    } catch (cause) {
      throw exchange.broken ?? toRefusedMidway(cause, hop.url.host);
    } finally {
      watch.end();
      exchange.leave();
    }
  }

  return {
    status: head.status,
    isTrusted: hop.isTrusted,
    headers,
    async read() {
      const whole = layers.length === 0 ? await wholeOf(exchange, watch) : undefined;
      return whole === undefined
        ? readAhead(pieces())
        : { bytes: maskBytes(withheld(whole, names, onOther), searched) };
    },
    leave() {
      watch.end();
      exchange.leave();
    },
  };
}

/** Another origin, where no secret went, has none of those fields; a file has fields of its own. */
function namesToWithhold(
  { names, isFile }: Withholding = { names: [], isFile: false },
  status: number,
  hop: Hop,
): readonly string[] {
  return !hop.isTrusted || (isFile && status < 300) ? [] : names;
}

async function wholeOf(exchange: Exchange, watch: Watch): Promise<Buffer | undefined> {
  try {
    const whole = await exchange.whole();
    if (whole !== undefined) watch.end();
    return whole;
  } catch (cause) {
    watch.end();
    throw cause;
  }
}

async function readAhead(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
): Promise<AnswerBytes> {
  const ahead: Uint8Array[] = [];
  for (let size = 0; size < shortBytes;) {
    const next = await pieces.next();
    if (next.done === true) return { bytes: Buffer.concat(ahead) };
    ahead.push(next.value);
    size += next.value.byteLength;
  }
  return { bytes: Buffer.concat(ahead), rest: pieces };
}
