/** What of a step stays in this browser when the step leaves it: in a file, or on the clipboard. */
import { withoutSecretParts } from '../../shared/index.ts';
import type { Step } from '../flow-document.ts';
import { operationOf, type FindOperations } from '../step-facts.ts';

/**
 * Without settings whose schema says "secret". What the step's operation does not know, also inside a group that it knows,
 * was set for another one, which the step had before: there each operation of the component has a say.
 */
export function withoutSecrets(step: Step, catalog: FindOperations): Step {
  const settings = withoutSecretParts(
    step.settings,
    operationOf(step, catalog)?.settings ?? {},
    catalog.component(step.component)?.operations.flatMap((each) => each.settings ?? []),
  );
  return settings === step.settings ? step : { ...step, settings };
}

/** What a service said of its fields goes along; with which account it was asked is this browser's affair. */
export function withoutAccount(step: Step): Step {
  if (step.shapes === undefined) return step;
  const shapes = Object.entries(step.shapes).map(([side, shape]) => {
    const { asked } = shape?.basis ?? {};
    return [side, asked === undefined ? shape : { ...shape, basis: { asked } }];
  });
  return { ...step, shapes: Object.fromEntries(shapes) as Step['shapes'] };
}
