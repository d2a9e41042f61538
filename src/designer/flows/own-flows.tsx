import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import type { useFlowActions } from '../effects/use-flow-actions.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FlowRow } from './flow-row.tsx';
import { findFlows, foldersIn, isSamePlace, placesIn, type Place } from './found-flows.ts';
import { PlaceFilter } from './place-filter.tsx';
import css from './flow-list.module.css';

interface OwnFlowsProps {
  readonly flows: readonly ListedFlow[];
  readonly actions: ReturnType<typeof useFlowActions>;
}

const searchFrom = 4;
const everything: Place = { kind: 'all' };
const archive: Place = { kind: 'archive' };

/** The flows of this browser, to be looked through. */
export function OwnFlows({ flows, actions }: OwnFlowsProps) {
  const { catalog } = useWorkbench();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(everything);
  const places = placesIn(flows);
  // The last flow of a folder may have left it.
  const chosen = places.some(({ place }) => isSamePlace(place, wanted)) ? wanted : everything;
  const titleOf = (id: string) => wordsOf(catalog.summary(id)?.title ?? id);
  const find = (place: Place) => findFlows(flows, place, text, titleOf);
  const found = find(chosen);
  const inArchive = chosen.kind === 'archive' ? 0 : find(archive).length;
  const folders = foldersIn(flows);

  return (
    <>
      {(flows.length >= searchFrom || places.length > 0) && (
        <TextInput
          type="search"
          mb="sm"
          leftSection={<Search size={15} />}
          aria-label={say('flows.search')}
          placeholder={say('flows.search-help')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {places.length > 0 && <PlaceFilter places={places} chosen={chosen} onChoose={setWanted} />}
      <VisuallyHidden role="status">
        {text.trim() !== '' && say('flows.found', { count: found.length })}
      </VisuallyHidden>
      <ul className={css.list} aria-label={say('flows.list-label')}>
        {found.map((flow) => (
          <FlowRow key={flow.id} flow={flow} folders={folders} actions={actions} />
        ))}
      </ul>
      {found.length === 0 && (
        <EmptyState text={emptyWords(text.trim(), chosen, inArchive)}>
          {inArchive > 0 && (
            <Button variant="default" onClick={() => setWanted(archive)}>
              {say('flows.show-archive')}
            </Button>
          )}
        </EmptyState>
      )}
    </>
  );
}

function emptyWords(text: string, { kind }: Place, inArchive: number): string {
  if (text === '') return say(kind === 'archive' ? 'flows.none-archived' : 'flows.none-left');
  const none = say('flows.none-found', { text });
  return inArchive === 0
    ? none
    : `${none} ${say('flows.none-found-archived', { count: inArchive })}`;
}
