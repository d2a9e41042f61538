/** A thread that may be ended at any time: it shows what mappings give, and never runs a flow. */
import { z } from 'zod';
import { createPreviewCommands } from './preview-commands.ts';
import { serveCommands } from './thread-messages.ts';

z.config({ jitless: true }); // first: the page's policy forbids code from text

serveCommands(
  self as DedicatedWorkerGlobalScope,
  createPreviewCommands({ now: () => Date.now(), uuid: () => crypto.randomUUID() }),
);
