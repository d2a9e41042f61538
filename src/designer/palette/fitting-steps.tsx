import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say, spokenLocale } from '../../words/index.ts';
import { fittingSteps, type FittingStep } from '../effects/fitting-steps.ts';
import { stepsBetween } from '../effects/suggest-steps.ts';
import { useAddStep } from '../effects/use-add-step.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { usePaletteChoice } from './use-palette-choice.ts';
import css from './fitting-steps.module.css';

const namedFields = 3;

interface FittingStepsProps {
  /** The step whose fields are handed on. */
  readonly after: string;
  readonly onAdded?: () => void;
}

/** Under "what comes after": up to three components that take what the step gives, and which fields these are; then what is put between. */
export function FittingSteps({ after, onAdded }: FittingStepsProps) {
  const { catalog, needComponents } = useWorkbench();
  const [{ favourites, recent }] = usePaletteChoice();
  // As it was when "+" was pressed: services of the person's own count among what could follow.
  const [own] = useState(() => [...new Set([...favourites, ...recent])]);
  const flow = useDocument((state) => state.flow);
  const addStep = useAddStep();
  const [found, setFound] = useState<readonly FittingStep[]>([]);
  const add: Add = (component, operation) => {
    addStep(component, undefined, operation);
    onAdded?.();
  };
  useEffect(() => {
    let isWanted = true;
    async function look(from: Flow): Promise<void> {
      // Where they cannot be fetched the others are offered.
      await needComponents(own)?.catch(() => undefined);
      const fitting = await fittingSteps(from, catalog, after);
      if (isWanted) setFound(fitting);
    }
    if (flow !== undefined) void look(flow);
    return () => {
      isWanted = false;
    };
  }, [flow, catalog, after, needComponents, own]);
  return (
    <>
      {found.length > 0 && <Fitting found={found} add={add} />}
      <StepsBetween add={add} />
    </>
  );
}

type Add = (component: string, operation: string) => void;

function Fitting({ found, add }: { readonly found: readonly FittingStep[]; readonly add: Add }) {
  const { catalog } = useWorkbench();
  return (
    <section aria-labelledby="palette-fitting" className={css.fitting}>
      <h2 id="palette-fitting" className={css.title}>
        {say('arranging.fitting')}
      </h2>
      <ul className={css.list}>
        {found.map(({ component, operation, fields }) => (
          <li key={component}>
            <button type="button" className={css.item} onClick={() => add(component, operation)}>
              <ComponentIcon component={component} size={22} />
              <span>
                {wordsOf(catalog.summary(component)?.title)}:{' '}
                {wordsOf(catalog.operationSummary(component, operation)?.title)}
                <Text component="span" size="xs" c="dimmed" display="block">
                  {say('arranging.takes', {
                    fields: new Intl.ListFormat(spokenLocale()).format(
                      fields.slice(0, namedFields),
                    ),
                  })}
                </Text>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A filter, a mapper and the like: in the list of all components they stand far below the services. */
function StepsBetween({ add }: { readonly add: Add }) {
  const { catalog } = useWorkbench();
  return (
    <section aria-labelledby="palette-between" className={css.fitting}>
      <h2 id="palette-between" className={css.title}>
        {say('arranging.between')}
      </h2>
      <ul className={css.between}>
        {stepsBetween(catalog).map(({ component, operation }) => (
          <li key={component}>
            <button type="button" className={css.chip} onClick={() => add(component, operation)}>
              <ComponentIcon component={component} size={18} />
              {wordsOf(catalog.summary(component)?.title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
