/** A piece of foreign text; what has an address may be followed. */
export interface TextPart {
  readonly text: string;
  readonly address?: string;
}

const addresses = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+|\bmailto:[^\s<>"'`{}|\\^]+/gi;
const followed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const mail = /^[^\s@<>"'(),:;]+@[^\s@<>"'(),:;]+\.[^\s@<>"'(),:;.]+$/;
/** Signs that end a sentence around an address, not the address. */
const after = /[.,;:!?)\]]+$/;

/** Where a text as a whole leads: a web address, or somebody's mail. Only these are ever followed. */
export function addressOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 2_000) return undefined;
  if (mail.test(trimmed)) return `mailto:${trimmed}`;
  if (/\s/.test(trimmed) || !/^(https?:\/\/|mailto:)/i.test(trimmed)) return undefined;
  return URL.canParse(trimmed) && followed.has(new URL(trimmed).protocol) ? trimmed : undefined;
}

/** A text with the addresses in it apart. An address that the end of a cut text may have broken is none. */
export function textParts(text: string, isCut = false): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(addresses)) {
    const whole = found.replace(after, '');
    const to = index + whole.length;
    const address = isCut && index + found.length === text.length ? undefined : addressOf(whole);
    if (address === undefined) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: whole, address });
    from = to;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
