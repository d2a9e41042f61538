import type { OwnAddresses, RecipientKind } from '../../../runtime/contract.ts';

/** In the order in which they are asked for. */
export const recipientKinds: readonly RecipientKind[] = ['email', 'phone'];

const looksLike: Readonly<Record<RecipientKind, RegExp>> = {
  email: /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/,
  phone: /^\+?[\d\s()/.-]{4,40}$/,
};

/** Whether something could be reached there; only the service knows for sure. */
export function isAddress(kind: RecipientKind, text: string): boolean {
  const trimmed = text.trim();
  return looksLike[kind].test(trimmed) && (kind === 'email' || /\d{3}/.test(trimmed));
}

/** What was kept, as far as it can be meant: other pages may have written it. */
export function parseOwnAddresses(text: string | null | undefined): OwnAddresses {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const known = value as Readonly<Record<string, unknown>>; // any object is one
  return Object.fromEntries(
    recipientKinds.flatMap((kind) => {
      const mine = known[kind];
      return typeof mine === 'string' && isAddress(kind, mine) ? [[kind, mine.trim()]] : [];
    }),
  );
}
