import { useId, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { hasSample, signInsOf } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { catalogueAddress } from '../state/catalogue-address.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { useAskedFor } from './asked-for.ts';
import type { FoundService } from './looked-for.ts';
import { SignInIcon } from './sign-in-icon.tsx';
import { signInWords } from './sign-in-words.ts';
import css from './catalogue.module.css';

interface ServiceCardsProps {
  readonly heading: string;
  /** The heading is for who hears the page. */
  readonly isHeard?: boolean;
  /** A sentence under the heading. */
  readonly about?: string;
  readonly services: readonly FoundService[];
}

/** Each leads to its page; what was found in it, to that part of the page. */
export function ServiceCards({ heading, isHeard = false, about, services }: ServiceCardsProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={isHeard ? css.hidden : css.heading}>
        {heading}
      </h2>
      {about !== undefined && <p className={css.about}>{about}</p>}
      <ul className={css.cards} aria-labelledby={id} onKeyDown={walkCards}>
        {services.map((service) => (
          <ServiceCard key={service.component.id} {...service} />
        ))}
      </ul>
    </section>
  );
}

const shownOperations = 3;

function ServiceCard({ component, operations }: FoundService) {
  const [{ from, text }] = useAskedFor();
  const address = (operation?: string) => catalogueAddress(component.id, from, operation);
  const ways = signInsOf(component);
  const isFree = hasSample(component);
  const isAsked = text.trim() !== '';
  return (
    <li className={css.card}>
      <div className={css.cardHead}>
        <ComponentIcon component={component.id} size={40} />
        <h3 className={css.cardTitle}>
          <Link href={address()} className={css.cardLink} data-card>
            {wordsOf(component.title)}
          </Link>
        </h3>
      </div>
      <p className={css.cardText}>{wordsOf(component.description)}</p>
      {isAsked && operations.length > 0 && (
        <ul className={css.hits}>
          {operations.slice(0, shownOperations).map((operation) => (
            <li key={operation.id}>
              <Link href={address(operation.id)} className={css.hit}>
                {wordsOf(operation.title)}
              </Link>
            </li>
          ))}
          {operations.length > shownOperations && (
            <li className={css.more}>
              {say('catalogue.can-more', { count: operations.length - shownOperations })}
            </li>
          )}
        </ul>
      )}
      <p className={css.cardFoot}>
        <SignInIcon kind={isFree ? 'none' : (ways[0] ?? 'none')} size={13} />
        <span>{signInWords(component)}</span>
      </p>
    </li>
  );
}

/** Up and down go through the cards one by one; Tab reaches what is inside them as well. */
function walkCards(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const all = [...document.querySelectorAll<HTMLElement>('a[data-card]')];
  const next = all[all.indexOf(event.target) + step];
  if (!event.target.matches('a[data-card]') || next === undefined) return;
  event.preventDefault();
  next.focus();
}
