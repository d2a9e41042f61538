import type { Operation } from '../../catalog/index.ts';
import {
  errorPort,
  operationOf,
  outPort,
  portsOf as declaredPorts,
  type FindOperations,
  type Flow,
  type Step,
} from '../../flow/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say, spokenLanguage } from '../../words/first.ts';
import { indexOf } from './step-index.ts';

export interface StepPorts {
  readonly in: boolean;
  /** Titles in words; they are shown only when there are several. */
  readonly out: readonly { readonly id: string; readonly title: string }[];
}

/** Where edges may begin and end at a step, with their names in words. */
export function portsOf(step: Step, operation: Operation | undefined): StepPorts {
  const ports = declaredPorts(step, operation);
  return {
    in: ports.in,
    out: ports.out.map(({ id, title }) => ({
      id,
      title: id === errorPort ? say('canvas.failures') : wordsOf(title, spokenLanguage()),
    })),
  };
}

/** Where the usual way on begins at a step. */
export function firstOutPort(step: Step, catalog: FindOperations): string {
  return declaredPorts(step, operationOf(step, catalog)).out[0]?.id ?? outPort;
}

/** Where a further step is meant to follow: the first way on that leads nowhere yet, that of failures last, else the usual one. */
export function freeOutPort(flow: Flow, step: Step, catalog: FindOperations): string {
  const { out } = declaredPorts(step, operationOf(step, catalog));
  const taken = new Set(
    indexOf(flow)
      .after.get(step.id)
      ?.map(({ fromPort }) => fromPort),
  );
  const free = out.filter(({ id }) => !taken.has(id));
  return (free.find(({ id }) => id !== errorPort) ?? free[0] ?? out[0])?.id ?? outPort;
}

/** Where what came by an old connection goes on behind a step that is put into it: the way of what fits nothing else. */
export function lastOutPort(step: Step, catalog: FindOperations): string {
  const { out } = declaredPorts(step, operationOf(step, catalog));
  return out.findLast(({ id }) => id !== errorPort)?.id ?? outPort;
}
