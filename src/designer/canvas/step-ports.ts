import type { Operation } from '../../catalog/index.ts';
import type { Step } from '../../flow/index.ts';
import { isJsonList, isJsonObject, wordsOf, type Json } from '../../shared/index.ts';

export interface OutPort {
  readonly id: string;
  /** Shown only when there are several. */
  readonly title: string;
}
export interface StepPorts {
  readonly in: boolean;
  readonly out: readonly OutPort[];
}

export const inPort = 'in';
export const outPort = 'out';
export const errorPort = 'error';

const single: readonly OutPort[] = [{ id: outPort, title: '' }];

/** Where edges may begin and end at a step: from its operation's traits, its settings and how it treats failures. */
export function portsOf(step: Step, operation: Operation | undefined, failedWord: string): StepPorts {
  const declared = operation?.ports?.out;
  const out =
    declared === undefined
      ? single
      : 'from' in declared
        ? fromSettings(step.settings, declared.from)
        : declared.map(({ id, title }) => ({ id, title: wordsOf(title) }));
  return {
    in: operation?.ports?.in ?? true,
    out: step.onFailure === 'error-branch' ? [...out, { id: errorPort, title: failedWord }] : out,
  };
}

function fromSettings(settings: Step['settings'], pointer: string): readonly OutPort[] {
  let at: Json | undefined = settings;
  for (const key of pointer.split('/').slice(1)) at = isJsonObject(at) ? at[key] : undefined;
  const listed = isJsonList(at) ? at : [];
  const ports = listed.flatMap((entry): OutPort[] => {
    if (typeof entry === 'string') return [{ id: entry, title: entry }];
    const id = isJsonObject(entry) ? (entry['id'] ?? entry['name']) : undefined;
    const title = isJsonObject(entry) ? (entry['title'] ?? entry['name'] ?? id) : undefined;
    return typeof id === 'string' ? [{ id, title: String(title) }] : [];
  });
  return ports.length === 0 ? single : ports;
}
