/**
 * The thread of persons' functions, and the only one whose answer allows WebAssembly (P9). Whoever started it ends it
 * when a function does not come to its end.
 */
import { createCodeRunner, loadEngine } from '../runtime/code.ts';
import type { CodeCommands } from './code-thread.ts';
import { serveCommands } from './thread-messages.ts';

const runner = createCodeRunner(loadEngine, () => Date.now());
serveCommands(self as DedicatedWorkerGlobalScope, {
  'code.ready': () => runner.ready(),
  'code.run': (ask) => runner.run(ask),
} satisfies CodeCommands);
