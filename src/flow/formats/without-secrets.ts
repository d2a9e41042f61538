/** What of a step stays in this browser when the step leaves it: in a file, or on the clipboard. */
import { propertiesOf, withoutSecretParts, type Json } from '../../shared/index.ts';
import type { Step } from '../flow-document.ts';
import { operationOf, type FindOperations } from '../step-facts.ts';

type Settings = Readonly<Record<string, Json>>;

/**
 * Without settings whose schema says "secret". What the step's operation does not know was set for another one, which the
 * step had before: there each operation of the component has a say.
 */
export function withoutSecrets(step: Step, catalog: FindOperations): Step {
  const own = operationOf(step, catalog)?.settings ?? {};
  const settings = withoutLeftSecrets(withoutSecretParts(step.settings, own));
  return settings === step.settings ? step : { ...step, settings };

  function withoutLeftSecrets(all: Settings): Settings {
    const known = propertiesOf(own, own);
    const others = Object.entries(all).filter(([name]) => !Object.hasOwn(known, name));
    if (others.length === 0) return all;
    const left: Settings = Object.fromEntries(others);
    const operations = catalog.component(step.component)?.operations ?? [];
    const open = operations
      .flatMap((operation) => operation.settings ?? [])
      .reduce(withoutSecretParts, left);
    if (open === left) return all;
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, value]): [string, Json][] => {
        if (!Object.hasOwn(left, name)) return [[name, value]];
        const shown = Object.hasOwn(open, name) ? open[name] : undefined;
        return shown === undefined ? [] : [[name, shown]];
      }),
    );
  }
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
