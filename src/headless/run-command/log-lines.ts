import type { Catalog } from '../../catalog/index.ts';
import type { Flow } from '../../flow/index.ts';
import type { HostPorts } from '../../runtime/index.ts';
import { isJsonObject } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { plainLine } from './plain-text.ts';

/**
 * Keeps records where they are kept, and says the lines that steps keep with the run at once: on one machine nobody
 * opens their records afterwards.
 */
export function tellingLogLines(
  records: HostPorts['records'],
  { flow, catalog }: { readonly flow: Flow; readonly catalog: Catalog },
  tell: (line: string) => void,
): HostPorts['records'] {
  const logging = new Map(
    flow.steps.flatMap(({ id, name, component, operation }) => {
      const call = catalog.operation(component, operation)?.call;
      return call?.via === 'core' && call.executor === 'log' ? [[id, name] as const] : [];
    }),
  );
  return {
    keep(step, record) {
      records.keep(step, record);
      const name = logging.get(step);
      const line = isJsonObject(record.input) ? record.input['line'] : undefined;
      if (name === undefined || record.state !== 'done' || typeof line !== 'string') return;
      tell(say('command-line.log-line', { step: plainLine(name), line: plainLine(line) }));
    },
  };
}
