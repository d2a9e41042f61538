import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { JsonSchema } from '../../shared/index.ts';
import { conversionsFor, type Binding, type Conversion } from '../../mapping/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { useMappingDesk } from './mapping-desk.ts';
import type { ListScope } from './model/scope.ts';
import { conversionsOffered } from './model/conversions-offered.ts';
import { withConversions } from './pill-facts.ts';
import { valueNow } from './value-now.ts';
import { inWords } from './value-words.ts';
import css from './convert-panel.module.css';

interface ConvertPanelProps {
  readonly binding: Binding;
  /** What the binding makes now. */
  readonly type: JsonSchema;
  /** What the field takes, when that is known: what leads there comes first. */
  readonly wanted: JsonSchema | undefined;
  readonly scope: readonly ListScope[];
  readonly onChoose: (conversions: readonly Conversion[]) => void;
}

interface Offer {
  readonly words: string;
  readonly conversions: readonly Conversion[];
  readonly fits: boolean;
}

/** Conversions for a value, each with what it makes of the current sample. */
export function ConvertPanel({ binding, type, wanted, scope, onChoose }: ConvertPanelProps) {
  const desk = useMappingDesk();
  const [search, setSearch] = useState('');
  const chain = binding.kind === 'convert' ? binding.with : [];
  const all: readonly Offer[] = [
    ...(wanted === undefined ? [] : conversionsFor(type, wanted)).map((offer) => ({
      words: sayWording(offer),
      conversions: offer.with,
      fits: true,
    })),
    ...conversionsOffered(type).map(({ code, initial }) => ({
      words: sayWording({ code, params: {} }),
      conversions: [initial],
      fits: false,
    })),
  ];
  const offers = all
    .filter(({ words }) => words.toLocaleLowerCase('en').includes(search.toLocaleLowerCase('en')))
    .map((offer) => ({
      ...offer,
      made: valueNow(withConversions(binding, [...chain, ...offer.conversions]), desk, scope),
    }))
    // What this sample cannot be turned into comes last: another one may.
    .toSorted((one, other) => Number(one.made === undefined) - Number(other.made === undefined));
  return (
    <div className={css.panel}>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={say('fill.convert-search')}
        placeholder={say('fill.convert-search')}
        leftSection={<Search aria-hidden size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={css.offers}>
        {offers.map((offer, at) => (
          <li key={`${offer.words}-${at}`}>
            <button
              type="button"
              className={css.offer}
              data-fits={offer.fits || undefined}
              onClick={() => onChoose(offer.conversions)}
            >
              <span>{offer.words}</span>
              <span className={css.made}>
                {offer.made === undefined
                  ? say('fill.convert-cannot')
                  : inWords(offer.made, desk.locale)}
              </span>
            </button>
          </li>
        ))}
        {offers.length === 0 && <li className={css.none}>{say('fill.convert-none')}</li>}
      </ul>
    </div>
  );
}
