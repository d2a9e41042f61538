/**
 * Has the page kept for when there is no connection (`src/service-worker`), and hears when another build was kept.
 * Nothing waits for it: a browser that does not do it goes on without.
 */
import { spokenLanguage } from '../../words/index.ts';
import { keepTextsOf } from '../queries/catalog.ts';
import { pageBuild } from '../queries/page-build.ts';

/** The first view, and what follows it at once, come first. */
const registeredAfterMs = 5_000;
const script = '/service-worker.js';

/** Gives the way to stop. */
export function keepPage(onNewVersion: () => void): () => void {
  const build = pageBuild();
  // Browsers have it on safe addresses only.
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (build === undefined || serviceWorker === undefined) return () => undefined;
  let registration: ServiceWorkerRegistration | undefined;

  const onMessage = ({ data }: MessageEvent<unknown>) => {
    if (buildIn(data) !== undefined && buildIn(data) !== build) onNewVersion();
  };
  const look = () => {
    if (document.visibilityState === 'visible') void registration?.update().catch(() => undefined);
  };
  const keepTexts = () => void keepTextsOf(spokenLanguage());
  const timer = setTimeout(() => {
    serviceWorker.register(script).then(
      (registered) => (registration = registered),
      () => undefined,
    );
  }, registeredAfterMs);
  serviceWorker.addEventListener('message', onMessage);
  // From now on what is asked is kept: the texts were fetched before.
  serviceWorker.addEventListener('controllerchange', keepTexts);
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  return () => {
    clearTimeout(timer);
    serviceWorker.removeEventListener('message', onMessage);
    serviceWorker.removeEventListener('controllerchange', keepTexts);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', look);
  };
}

function buildIn(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'footbridgeBuild' in message
    ? message.footbridgeBuild
    : undefined;
}
