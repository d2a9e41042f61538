import { createServiceCalls, type Fetch, type FreshSeal } from '../proxy/page-call.ts';
import type { ServicePort } from '../runtime/index.ts';
import type { KeptFiles } from '../shared/index.ts';

/** Calls services from the page: through the proxy, and in no other way. */
export function createPageService(
  fetch: Fetch,
  onFresh: (fresh: FreshSeal) => void,
  files: KeptFiles,
): ServicePort {
  return createServiceCalls(fetch, onFresh, files);
}
