import { ExternalLink } from 'lucide-react';
import { placesCalled, reachesAnyService, type Component } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import css from './beside.module.css';
import page from './service.module.css';

type Limit = NonNullable<Component['limits']>[number];

/** How often the service may be asked, and what happens when that is too often. */
export function Limits({ component }: { readonly component: Component }) {
  const { limits = [] } = component;
  if (placesCalled(component).length === 0) return null;
  const [source] = limits;
  return (
    <section aria-labelledby="limits" className={css.card}>
      <h2 id="limits" className={css.cardTitle}>
        {say('catalogue.limits-title')}
      </h2>
      {source === undefined ? (
        <p>
          {say(reachesAnyService(component) ? 'catalogue.limits-any' : 'catalogue.limits-unknown')}
        </p>
      ) : (
        <>
          <ul className={css.limits}>
            {limits.map((limit) => (
              <li key={limitWords(limit)}>{limitWords(limit)}</li>
            ))}
          </ul>
          <a className={page.link} href={source.url} target="_blank" rel="noreferrer">
            {say('catalogue.limits-source')} <ExternalLink size={12} aria-hidden />
          </a>
        </>
      )}
      <p className={page.muted}>{say('catalogue.limits-waits')}</p>
    </section>
  );
}

const periods: Readonly<Record<number, 'second' | 'minute' | 'hour' | 'day'>> = {
  1: 'second',
  60: 'minute',
  3600: 'hour',
  86_400: 'day',
};

function limitWords({ calls, seconds, of }: Limit): string {
  const period = periods[seconds] ?? 'seconds';
  return say(`catalogue.limit-${period}`, { calls, seconds, of: wordsOf(of) }).trim();
}
