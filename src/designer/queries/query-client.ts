import { QueryClient } from '@tanstack/react-query';

/** Answers of the page's own server and store: asked again only when something here changed them. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: Infinity, retry: 1, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
