import type { Database } from '../../storage/contract.ts';
import { tokensOf } from '../storage/credential-storage.ts';

type Tokens = Readonly<Record<string, string>>;

/**
 * The accounts of the flow that is worked on, slot by slot, as the store has them now. They are read once and then
 * followed, so that a run need not wait for the store. Where the store cannot be read, the next question tries again.
 */
export function followTokens(
  openDatabase: () => Promise<Database>,
): (flow: string) => Promise<Tokens> {
  let followed: { readonly flow: string; known: Promise<Tokens>; stop: () => void } | undefined;

  function follow(flow: string): Promise<Tokens> {
    const now = { flow, known: Promise.resolve<Tokens>({}), stop: (): void => undefined };
    followed = now;
    now.known = new Promise((resolve, reject) => {
      const fail = (cause: unknown): void => {
        if (followed === now) followed = undefined;
        reject(cause as Error);
      };
      openDatabase().then((db) => {
        if (followed !== now) {
          tokensOf(db, flow).then(resolve, reject);
          return;
        }
        now.stop = db.follow(() => tokensOf(db, flow), {
          next(tokens) {
            resolve(tokens);
            now.known = Promise.resolve(tokens);
          },
          error: fail,
        });
      }, fail);
    });
    return now.known;
  }

  return (flow) => {
    if (followed?.flow === flow) return followed.known;
    followed?.stop();
    return follow(flow);
  };
}
