import type { Wording } from '../shared/index.ts';

/** Why the browser's store did not do it, in words. */
export function storageFailure(cause: unknown): Wording {
  const names = namesOf(cause);
  if (names.has('VersionError')) return { code: 'flows.storage-newer', params: {} };
  if (names.has('QuotaExceededError')) return { code: 'flows.storage-full', params: {} };
  if (names.has('MissingAPIError') || names.has('InvalidStateError') || names.has('SecurityError'))
    return { code: 'flows.storage-off', params: {} };
  if (names.has('ConstraintError')) return { code: 'flows.storage-taken', params: {} };
  // A store that did not open at first is called closed from then on, with the reason inside: that came first.
  if (names.has('DatabaseClosedError')) return { code: 'flows.storage-closed', params: {} };
  return { code: 'flows.storage-failed', params: {} };
}

/** Dexie wraps the browser's errors, sometimes twice. */
function namesOf(cause: unknown): Set<string> {
  const names = new Set<string>();
  for (let at = cause, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    names.add(at.name);
    at = 'inner' in at ? at.inner : at.cause;
  }
  return names;
}
