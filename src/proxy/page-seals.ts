import { answerHeaders } from './contract.ts';
import type { Fetch } from './page-answers.ts';

/** A credential sealed anew. Whoever holds the old seal keeps this one in its place; the old one still works meanwhile. */
export interface FreshSeal {
  readonly old: string;
  readonly token: string;
  /** Milliseconds since 1970; absent = does not expire by itself. */
  readonly expires?: number;
}

/** `credential` is the seal that goes along. */
export type SealedFetch = (
  address: string,
  init: RequestInit,
  credential?: string,
) => Promise<Response>;

const remembered = 64;

/** A run of ten thousand calls with an old seal gets the new one ten thousand times: it is told once. */
export function hearingFreshSeals(fetch: Fetch, onFresh: (fresh: FreshSeal) => void): SealedFetch {
  const told = new Map<string, string>();
  return async (address, init, credential) => {
    const response = await fetch(address, init);
    const token = response.headers.get(answerHeaders.freshToken);
    if (token === null || credential === undefined || told.get(credential) === token)
      return response;
    if (told.size >= remembered) told.clear();
    told.set(credential, token);
    const expires = response.headers.get(answerHeaders.freshExpires);
    onFresh({ old: credential, token, ...(expires === null ? {} : { expires: Number(expires) }) });
    return response;
  };
}
