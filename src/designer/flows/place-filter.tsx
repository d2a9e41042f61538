import { Archive, Folder, Tag } from 'lucide-react';
import { say } from '../../words/index.ts';
import { isSamePlace, type Place, type PlaceInList } from './found-flows.ts';
import css from './flow-list.module.css';

interface PlaceFilterProps {
  readonly places: readonly PlaceInList[];
  readonly chosen: Place;
  readonly onChoose: (place: Place) => void;
}

const icons = { folder: Folder, tag: Tag, archive: Archive };

/** Narrows the list to a folder, a tag or the archive. */
export function PlaceFilter({ places, chosen, onChoose }: PlaceFilterProps) {
  return (
    <div role="group" aria-label={say('flows.narrow')} className={css.places}>
      {places.map(({ place, count }) => {
        const Icon = place.kind === 'all' ? undefined : icons[place.kind];
        return (
          <button
            key={`${place.kind}/${'name' in place ? place.name : ''}`}
            type="button"
            className={css.place}
            aria-pressed={isSamePlace(place, chosen)}
            aria-label={`${spokenName(place)} (${String(count)})`}
            onClick={() => onChoose(place)}
          >
            {Icon !== undefined && <Icon size={13} aria-hidden />}
            <span>{'name' in place ? place.name : spokenName(place)}</span>
            <span className={css.count}>{count}</span>
          </button>
        );
      })}
    </div>
  );
}

function spokenName(place: Place): string {
  switch (place.kind) {
    case 'all':
      return say('flows.in-all');
    case 'archive':
      return say('flows.in-archive');
    case 'folder':
      return say('flows.in-folder', { name: place.name });
    case 'tag':
      return say('flows.with-tag', { name: place.name });
  }
}
