import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, sessionQuery } from './session.ts';

/** Answers of the page's own server and store: asked again only when something here changed them. */
export function createQueryClient(): QueryClient {
  // Whatever is refused for it: the session is looked at, and says so once for the whole page.
  const onError = (cause: Error): void => {
    if (isSignedOut(cause)) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Without a connection nothing waits in silence: it fails, and says so.
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        retry: 1,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
