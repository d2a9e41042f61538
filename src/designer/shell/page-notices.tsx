import { useEffect } from 'react';
import { useStore } from 'zustand';
import { say } from '../../words/index.ts';
import { keepFocus } from '../effects/keep-focus.ts';
import { keepPage } from '../effects/keep-page.ts';
import { watchConnection } from '../effects/watch-connection.ts';
import { askServer } from '../queries/proxy-client.ts';
import type { RunStore } from '../state/run-store.ts';
import { useWorkbench } from '../state/workbench.ts';
import { NewVersionNotice } from './new-version-notice.tsx';
import { SessionNotice } from './session-notice.tsx';
import { StoreNotices } from './store-notices.tsx';
import { UnkeptNotice } from './unkept-notice.tsx';
import css from './page-notices.module.css';

/** What concerns the page as a whole: the session, the connection, a newer version. Looked after once the first view stands. */
export function PageNotices() {
  const { connection, announcer, run } = useWorkbench();
  const isOffline = useStore(connection, (state) => state.isOffline);
  const hasNewVersion = useStore(connection, (state) => state.hasNewVersion);
  useEffect(keepFocus, []);
  useEffect(() => keepPage(() => connection.setState({ hasNewVersion: true })), [connection]);
  useEffect(
    () =>
      watchConnection({
        connection,
        ask: askServer,
        target: globalThis,
        doubts: (hear) => whenUnanswered(run, hear),
        hasNetwork: () => navigator.onLine,
      }),
    [connection, run],
  );
  useEffect(() => {
    if (!isOffline) return;
    announcer.announce(say('offline.gone'));
    return () => announcer.announce(say('offline.back'));
  }, [announcer, isOffline]);
  return (
    <div className={css.stack}>
      <SessionNotice />
      <StoreNotices />
      <UnkeptNotice />
      {hasNewVersion && <NewVersionNotice />}
    </div>
  );
}

/** A run in which not a service but Footbridge itself did not answer. */
function whenUnanswered(runs: RunStore, hear: () => void): () => void {
  return runs.subscribe(({ run }, { run: before }) => {
    if (run === undefined || run === before) return;
    const failures = Object.values(run.steps).flatMap(({ failure, refusals }) => [
      failure,
      ...refusals.map((refusal) => refusal.failure),
    ]);
    if (failures.some((failure) => failure?.code === 'common.server-gone')) hear();
  });
}
