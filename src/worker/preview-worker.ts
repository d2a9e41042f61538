/** A thread that may be ended at any time: it shows what mappings give, and never runs a flow. */
import './platform.ts';
import { createPreviewCommands } from './preview-commands.ts';
import { serveCommands } from './thread-messages.ts';

serveCommands(
  self as DedicatedWorkerGlobalScope,
  createPreviewCommands({ now: () => Date.now(), uuid: () => crypto.randomUUID() }),
);
