/** What of a step stays in this browser when the step leaves it: in a file, or on the clipboard. */
import { withoutSecretParts } from '../../shared/index.ts';
import type { Operation } from '../../catalog/index.ts';
import type { Step } from '../flow-document.ts';

/** Without settings whose schema says "secret". */
export function withoutSecrets(step: Step, operation: Operation | undefined): Step {
  if (operation?.settings === undefined) return step;
  const settings = withoutSecretParts(step.settings, operation.settings);
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
