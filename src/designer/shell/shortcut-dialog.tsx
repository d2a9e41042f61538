import { Modal } from '@mantine/core';
import { say } from '../../words/index.ts';
import { Keys } from '../ui/kbd.tsx';
import { useWorkbench } from '../state/workbench.ts';
import { shortcutList } from './shortcut-list.ts';
import css from './shortcut-dialog.module.css';

const places = ['everywhere', 'flow', 'mapping', 'data'] as const;

/** All keys, by where they act. */
export function ShortcutDialog({ onClose }: { readonly onClose: () => void }) {
  const bench = useWorkbench();
  const shortcuts = shortcutList(bench);
  return (
    <Modal opened onClose={onClose} title={say('shortcuts.title')} size="lg">
      <div className={css.places}>
        {places.map((place) => (
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
