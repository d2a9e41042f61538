import { useQuery } from '@tanstack/react-query';
import {
  operationsToChoose,
  placesCalled,
  type CalledPlace,
  type Component,
} from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say, spokenLocale } from '../../words/index.ts';
import { placesQuery } from '../queries/places.ts';
import css from './beside.module.css';
import page from './service.module.css';

/** Which hosts get something, and for what. */
export function CalledPlaces({ component }: { readonly component: Component }) {
  const places = placesCalled(component);
  const all = operationsToChoose(component).length;
  return (
    <section aria-labelledby="places" className={css.card}>
      <h2 id="places" className={css.cardTitle}>
        {say('catalogue.places-title')}
      </h2>
      {places.length === 0 ? (
        <p>{say('catalogue.places-none')}</p>
      ) : (
        <>
          <ul className={css.places}>
            {places.map((place) => (
              <li key={keyOf(place)}>
                <Place place={place} />
                {places.length > 1 && <span className={page.muted}>{usedFor(place, all)}</span>}
              </li>
            ))}
          </ul>
          <p className={page.muted}>{say('catalogue.places-only')}</p>
        </>
      )}
    </section>
  );
}

function Place({ place }: { readonly place: CalledPlace }) {
  switch (place.kind) {
    case 'host':
      return (
        <span className={css.host}>
          {place.host.map((part, at) => {
            if ('text' in part) return part.text;
            return (
              <em key={at} className={css.hole}>
                {'field' in part ? part.field : `${part.partOf}…`}
              </em>
            );
          })}
        </span>
      );
    case 'named':
      return <NamedPlace name={place.name} />;
    case 'typed':
      return <span>{say(`catalogue.place-typed-${place.by}`)}</span>;
    case 'file':
      return <span>{say('catalogue.place-file')}</span>;
  }
}

/** A place that whoever runs this Footbridge set, by what they call it. */
function NamedPlace({ name }: { readonly name: string }) {
  const places = useQuery(placesQuery).data ?? [];
  const title = places.find((place) => place.name === name)?.title ?? name;
  return <span>{say('catalogue.place-named', { name: title })}</span>;
}

const mostNamed = 4;

function usedFor({ operations }: CalledPlace, all: number): string {
  if (operations.length === 0) return say('catalogue.place-choices');
  if (operations.length === all) return say('catalogue.place-all');
  if (operations.length > Math.max(mostNamed, all / 2)) return say('catalogue.place-rest');
  return new Intl.ListFormat(spokenLocale()).format(operations.map(({ title }) => wordsOf(title)));
}

function keyOf(place: CalledPlace): string {
  return place.kind === 'host' ? JSON.stringify(place.host) : place.kind;
}
