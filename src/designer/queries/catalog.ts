import { queryOptions } from '@tanstack/react-query';
import { loadCatalog } from './proxy-client.ts';

/** Every component the server knows. */
export const catalogQuery = queryOptions({
  queryKey: ['catalog'],
  queryFn: loadCatalog,
});
