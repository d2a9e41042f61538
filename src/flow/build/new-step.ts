import { wordsOf } from '../../shared/index.ts';
import { settingsWithDefaults, type Component, type Operation } from '../../catalog/index.ts';
import type { Flow, Step } from '../flow-document.ts';
import type { NewId } from './new-flow.ts';

/** A step that does `operation`, with the defaults of its settings and nothing mapped yet. */
export function newStep(
  component: Component,
  operation: Operation,
  newId: NewId,
  name: string,
): Step {
  return {
    id: newId(),
    name,
    component: component.id,
    componentVersion: component.version,
    operation: operation.id,
    settings: { ...settingsWithDefaults(operation, {}) },
    slots: {},
  };
}

/** A name for a new step that no other step of the flow has: "CRM", then "CRM 2". */
export function freeStepName(
  flow: Pick<Flow, 'steps'>,
  component: Component,
  language = 'en',
): string {
  const title = wordsOf(component.title, language);
  const taken = new Set(flow.steps.map((step) => step.name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? title : `${title} ${String(number)}`;
    if (!taken.has(name)) return name;
  }
}
