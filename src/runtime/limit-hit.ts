import type { RunLimitName } from '../flow/index.ts';
import type { Failure } from './failure.ts';

const limitOfCode: Readonly<Record<string, RunLimitName>> = {
  'runs.entries-left-out': 'messageMegabytes',
  'runs.entry-too-big': 'messageMegabytes',
  'runs.list-too-big': 'messageMegabytes',
  'runs.message-too-big': 'messageMegabytes',
  'runs.too-many-messages': 'messages',
  'proxy.answer-stalled': 'waitSeconds',
  'proxy.request-not-taken': 'waitSeconds',
  'proxy.service-too-slow': 'waitSeconds',
  'proxy.statement-too-slow': 'waitSeconds',
};

/** The limit of a run that was hit, and that a person may raise. */
export function limitHit({ code }: Pick<Failure, 'code'>): RunLimitName | undefined {
  return Object.hasOwn(limitOfCode, code) ? limitOfCode[code] : undefined;
}
