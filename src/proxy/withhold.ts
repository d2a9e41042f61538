/**
 * Takes fields out of a service's JSON before anybody sees it: keys of others that an answer brings along (P1).
 *
 * 1. By name, wherever it stands: a list, a detail, an error. Names are compared as JSON reads them (`\u005f` is `_`).
 * 2. On bytes that stream: what is held is a name that is not yet read to its end, nothing else.
 * 3. What is taken out may be a text, a number, a list or a group; a mark stands in its place, and the rest stays JSON.
 * 4. What does not begin as a list or group of JSON, or is no UTF-8 (a zero stands in it), is seen by nobody: names cannot be
 *    found there. Blanks alone hide nothing.
 */
const mark = Buffer.from('"********"');

export interface Withholder {
  /** What may be seen of it. */
  push(chunk: Uint8Array): Buffer;
}

/** Undefined: there is nothing to take out. `onOther` hears once that it is no JSON, and may throw. */
export function withholderOf(
  names: readonly string[],
  onOther: () => void,
): Withholder | undefined {
  return names.length === 0 ? undefined : createWithholder(names, onOther);
}

/** The bytes without what may not be seen, where all of them are there. */
export function withheld(bytes: Buffer, names: readonly string[], onOther: () => void): Buffer {
  return withholderOf(names, onOther)?.push(bytes) ?? bytes;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const opens = new Set([0x7b, 0x5b]); // { [
const closes = new Set([0x7d, 0x5d]); // } ]
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d]);
/** How JSON may begin, with the mark that may stand in front of a text in UTF-8. */
const beginnings = new Set([...opens, ...blanks, 0xef, 0xbb, 0xbf]);

type State =
  /** Nothing but blanks so far. */
  | 'before'
  /** It is no JSON. */
  | 'shut'
  | 'outside'
  | 'text'
  /** Behind a name, before its value. */
  | 'value'
  /** Inside a value that nobody may see. */
  | 'dropped'
  | 'dropped-text';

function createWithholder(names: readonly string[], onOther: () => void): Withholder {
  const hidden = new Set(names);
  // Each letter may be written as \u0000; the mark at the end of the text counts too.
  const longest = Math.max(...names.map((name) => Buffer.byteLength(name))) * 6 + 1;
  let state: State = 'before';
  /** The last text, as far as it could be a name. */
  let text: number[] = [];
  let isEscaped = false;
  /** How many groups and lists of a dropped value are open; 0: a number or a word. */
  let depth = 0;

  function inText(byte: number): void {
    if (text.length <= longest) text.push(byte);
    if (endsText(byte)) state = 'outside';
  }

  function endsText(byte: number): boolean {
    const ends = byte === quote && !isEscaped;
    isEscaped = byte === backslash && !isEscaped;
    return ends;
  }

  function isHidden(): boolean {
    if (text.length === 0 || text.length > longest) return false;
    try {
      return hidden.has(JSON.parse(`"${Buffer.from(text).toString('utf8')}`) as string);
    } catch {
      return false;
    }
  }

  function outside(byte: number): void {
    if (byte === quote) {
      text = [];
      state = 'text';
    } else if (byte === colon) {
      if (isHidden()) state = 'value';
      text = [];
    } else if (!blanks.has(byte)) text = [];
  }

  /** True where the byte is to be seen. */
  function dropped(byte: number): boolean {
    if (byte === quote) state = 'dropped-text';
    else if (opens.has(byte)) depth += 1;
    else if (closes.has(byte) && depth > 0) {
      depth -= 1;
      if (depth === 0) state = 'outside';
    } else if (depth === 0 && (closes.has(byte) || byte === 0x2c || blanks.has(byte))) {
      state = 'outside';
      return true;
    }
    return false;
  }

  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const seen: Buffer[] = [];
      /** Where what is to be seen begins that is not in `seen` yet. */
      let from = 0;
      const show = (to: number): void => {
        if (to > from) seen.push(bytes.subarray(from, to));
      };
      if (state === 'shut') return Buffer.alloc(0);
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte === 0 || (state === 'before' && !beginnings.has(byte))) {
          show(at);
          from = bytes.length;
          state = 'shut';
          onOther();
          break;
        }
        if (state === 'before') {
          if (opens.has(byte)) state = 'outside';
        } else if (state === 'outside') outside(byte);
        else if (state === 'text') inText(byte);
        else if (state === 'value') {
          if (blanks.has(byte)) continue;
          show(at);
          seen.push(mark);
          state = 'dropped';
          depth = 0;
          dropped(byte);
          from = at + 1;
        } else if (state === 'dropped-text') {
          if (endsText(byte)) state = depth === 0 ? 'outside' : 'dropped';
          from = at + 1;
        } else {
          from = dropped(byte) ? at : at + 1;
        }
      }
      show(bytes.length);
      const [only = Buffer.alloc(0)] = seen;
      return seen.length < 2 ? only : Buffer.concat(seen);
    },
  };
}
