import { Button } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { isWhole, reachesAnyService } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { FoundService } from './looked-for.ts';
import { ServiceCards } from './service-cards.tsx';
import css from './catalogue.module.css';

interface NothingFoundProps {
  readonly text: string;
  readonly close: readonly FoundService[];
  /** How many fit in other categories. */
  readonly elsewhere: number;
  readonly onElsewhere: () => void;
}

/** What comes close, what fits elsewhere, and what connects a service that is not here. */
export function NothingFound({ text, close, elsewhere, onElsewhere }: NothingFoundProps) {
  const { catalog } = useWorkbench();
  const forAny = catalog.list
    .filter((component) => isWhole(component) && reachesAnyService(component))
    .map((component) => ({ component, operations: [] }));
  return (
    <>
      <div className={css.none}>
        <SearchX size={28} aria-hidden />
        <h2 className={css.noneTitle}>
          {say(elsewhere > 0 ? 'catalogue.none-in' : 'catalogue.none', { text })}
        </h2>
        {elsewhere > 0 ? (
          <>
            <p>{say('catalogue.none-elsewhere', { count: elsewhere })}</p>
            <Button variant="default" onClick={onElsewhere}>
              {say('catalogue.show-elsewhere')}
            </Button>
          </>
        ) : (
          <p>{say('catalogue.none-help')}</p>
        )}
      </div>
      {close.length > 0 && <ServiceCards heading={say('catalogue.close')} services={close} />}
      <ServiceCards
        heading={say('catalogue.any-title')}
        about={say('catalogue.any-text')}
        services={forAny}
      />
    </>
  );
}
