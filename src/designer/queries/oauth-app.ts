import { queryOptions } from '@tanstack/react-query';
import { loadOAuthApp } from './proxy-client.ts';

/** Whether the app of a service is set up; undefined name: there is none to ask about. */
export function oauthAppQuery(name: string | undefined) {
  return queryOptions({
    queryKey: ['oauth-app', name],
    queryFn: () => loadOAuthApp(name ?? ''),
    enabled: name !== undefined,
    staleTime: 0,
  });
}
