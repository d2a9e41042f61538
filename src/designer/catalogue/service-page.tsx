import { Button, Skeleton } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Component, ComponentSummary } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { catalogueAddress } from '../state/catalogue-address.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAskedFor } from './asked-for.ts';
import { CalledPlaces } from './called-places.tsx';
import { Deeds } from './deeds.tsx';
import { InFlows } from './in-flows.tsx';
import { Limits } from './limits.tsx';
import { SignInWays } from './sign-in-ways.tsx';
import { UseButtons } from './use-buttons.tsx';
import { useWhole } from './use-whole.ts';
import css from './service.module.css';

interface ServicePageProps {
  readonly summary: ComponentSummary;
  readonly loadTemplates: () => Promise<readonly FlowToUse[]>;
}

/** All that a person asks of a service before they use it. */
export function ServicePage({ summary, loadTemplates }: ServicePageProps) {
  const { writtenCatalog } = useWorkbench();
  const [{ from }] = useAskedFor();
  const [whole, again] = useWhole(summary.id);
  const title = useRef<HTMLHeadingElement>(null);
  // A page of its own is read from its beginning, whoever came by keyboard.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const keys = writtenCatalog.summary(summary.id)?.categories ?? [];
  return (
    <article className={css.service} aria-labelledby="service">
      <header className={css.head}>
        <ComponentIcon component={summary.id} size={56} />
        <div className={css.names}>
          <h1 ref={title} id="service" tabIndex={-1} className={css.name}>
            {wordsOf(summary.title)}
          </h1>
          <p className={css.text}>{wordsOf(summary.description)}</p>
          <ul className={css.categories} aria-label={say('catalogue.categories')}>
            {summary.categories.map((category, at) => (
              <li key={category}>
                <Link
                  className={css.category}
                  href={catalogueAddress(undefined, { ...from, in: keys[at] ?? category })}
                >
                  {category}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        {whole.kind === 'there' && <UseButtons component={whole.component} />}
      </header>
      {whole.kind === 'loading' && <Waiting />}
      {whole.kind === 'failed' && (
        <Notice tone="wrong">
          <p className={css.failed}>{sayWording(whole.why)}</p>
          <Button size="compact-sm" variant="default" onClick={again}>
            {say('common.try-again')}
          </Button>
        </Notice>
      )}
      {whole.kind === 'there' && <Told component={whole.component} loadTemplates={loadTemplates} />}
    </article>
  );
}

interface ToldProps {
  readonly component: Component;
  readonly loadTemplates: ServicePageProps['loadTemplates'];
}

function Told({ component, loadTemplates }: ToldProps) {
  return (
    <div className={css.columns}>
      <div className={css.main}>
        <Deeds component={component} />
        <InFlows component={component.id} loadTemplates={loadTemplates} />
      </div>
      <div className={css.beside}>
        <SignInWays component={component} />
        <CalledPlaces component={component} />
        <Limits component={component} />
        {component.docsUrl !== undefined && (
          <a className={css.link} href={component.docsUrl} target="_blank" rel="noreferrer">
            {say('catalogue.its-docs')} <ExternalLink size={12} aria-hidden />
          </a>
        )}
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className={css.columns} aria-busy>
      <div className={css.main}>
        <Skeleton height={24} width={180} mb={12} />
        <Skeleton height={220} />
      </div>
      <div className={css.beside}>
        <Skeleton height={160} />
      </div>
    </div>
  );
}
