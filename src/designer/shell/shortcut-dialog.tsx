import { Modal, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { searchWords } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { Keys } from '../ui/kbd.tsx';
import { useWorkbench } from '../state/workbench.ts';
import { shortcutList, type Shortcut } from './shortcut-list.ts';
import css from './shortcut-dialog.module.css';

const places = ['everywhere', 'flow', 'mapping', 'data'] as const;

/** All keys, by where they act. */
export function ShortcutDialog({ onClose }: { readonly onClose: () => void }) {
  const bench = useWorkbench();
  const [text, setText] = useState('');
  const find = useMemo(() => searchWords(shortcutList(bench).map(searched)), [bench]);
  const shortcuts = find(text).map(({ item }) => item);
  const shown = places.filter((place) => shortcuts.some(({ where }) => where === place));
  return (
    <Modal opened onClose={onClose} title={say('shortcuts.title')} size="lg">
      <TextInput
        data-autofocus
        mb="md"
        aria-label={say('shortcuts.search')}
        placeholder={say('shortcuts.search')}
        leftSection={<Search size={15} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {shown.length === 0 && <p role="status">{say('shortcuts.none', { text })}</p>}
      <div className={css.places}>
        {shown.map((place) => (
          <section key={place} aria-label={say(`shortcuts.where-${place}`)}>
            <h3 className={css.place}>{say(`shortcuts.where-${place}`)}</h3>
            <dl className={css.list}>
              {shortcuts
                .filter(({ where }) => where === place)
                .map(({ keys, does }) => (
                  <div key={does} className={css.line}>
                    <dt className={css.keys}>
                      {keys.map((together) => (
                        <Keys key={together.join(' ')} keys={together} />
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function searched(item: Shortcut) {
  const pressed = item.keys.map((together) => together.join(' ').replace('mod', 'Ctrl')).join(' ');
  return {
    item,
    texts: [
      { text: item.does, weight: 2 },
      { text: pressed, weight: 3 },
    ],
  };
}
