/**
 * The bytes of an answer as text (page side). Which signs they are: what they begin with (a byte order mark), else what the
 * service says beside them, else what an XML text says of itself (RFC 7303, 3), else UTF-8.
 */

/** Bytes that are none of those signs are shown as such: half an answer says more than none. */
export function answeredText(bytes: Uint8Array, type: string | undefined): string {
  return decoderOf(bytes, type).decode(bytes);
}

/** `fatal`: bytes that are none of those signs are an error. A charset that nobody here knows is UTF-8, or an error. */
export function decoderOf(
  bytes: Uint8Array,
  type: string | undefined,
  fatal = false,
): InstanceType<typeof TextDecoder> {
  const said = markedAs(bytes) ?? charsetIn(type) ?? declaredIn(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(said, { fatal });
  } catch (cause) {
    if (fatal) throw cause;
    return new TextDecoder();
  }
}

function markedAs([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function charsetIn(type: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(type ?? '')?.[1];
}

const longestDeclaration = 200;

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, longestDeclaration));
  const said = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // Read sign by sign as it was just now, it cannot be in signs of two bytes, whatever it says.
  return said === undefined || /^(utf-?16|ucs-?[24])/i.test(said) ? undefined : said;
}
