import { randomUUID } from 'node:crypto';
import {
  createMemoryPorts,
  type CodePort,
  type MemoryPorts,
  type ServicePort,
} from '../runtime/index.ts';
import type { KeptFiles } from '../shared/index.ts';

/** One machine as a host of the engine: its clock, its timers and its chance; everything else in this process's memory. */
export function createNodePorts(
  service: ServicePort,
  sleep = sleepFor,
  files?: KeptFiles,
): MemoryPorts {
  return {
    ...createMemoryPorts({
      service,
      now: Date.now,
      uuid: randomUUID,
      sleep,
      ...(files === undefined ? {} : { files }),
    }),
    code: functionsOfThisProcess(),
  };
}

/** Persons' functions run in this process, in their sandbox; its engine is loaded with the first one. */
function functionsOfThisProcess(): CodePort {
  const loading = (): Promise<Pick<CodePort, 'run'>> =>
    import('../runtime/code.ts').then(({ createCodeRunner, loadEngine }) =>
      createCodeRunner(loadEngine, () => performance.now()),
    );
  let runner: ReturnType<typeof loading> | undefined;
  return {
    async run(ask, signal) {
      runner ??= loading();
      return (await runner).run(ask, signal);
    },
  };
}

function sleepFor(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms <= 0) setImmediate(resolve);
    else setTimeout(resolve, ms);
  });
}
