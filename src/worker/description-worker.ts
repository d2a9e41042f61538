/** The thread that reads descriptions of services, which may be long: it is ended when the person does not want to wait. */
import './platform.ts';
import { createDescriptionCommands, type ReadingProgress } from './description-commands.ts';
import { serveCommands, type News } from './thread-messages.ts';

const scope = self as DedicatedWorkerGlobalScope;

serveCommands(
  scope,
  createDescriptionCommands(
    (address, init) => fetch(address, init),
    (progress) => {
      scope.postMessage({ news: progress } satisfies News<ReadingProgress>);
    },
  ),
);
