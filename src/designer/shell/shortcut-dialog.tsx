import { Modal } from '@mantine/core';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Keys } from '../ui/kbd.tsx';
import { shortcutList, type Shortcut } from './shortcut-list.ts';
import css from './shortcut-dialog.module.css';

const places = [
  'everywhere',
  'canvas',
  'mapping',
  'data',
] as const satisfies readonly Shortcut['where'][];

/** All keys, by where they act. */
export function ShortcutDialog() {
  const { view } = useWorkbench();
  return (
    <Modal
      opened
      onClose={() => view.setState({ shortcutsOpen: false })}
      title={say('shortcuts.title')}
      size="lg"
    >
      <div className={css.places}>
        {places.map((place) => (
          <section key={place} aria-label={say(`shortcuts.where-${place}`)}>
            <h3 className={css.place}>{say(`shortcuts.where-${place}`)}</h3>
            <dl className={css.list}>
              {shortcutList
                .filter(({ where }) => where === place)
                .map((shortcut) => (
                  <div key={shortcut.does} className={css.line}>
                    <dt>
                      <Pressed shortcut={shortcut} />
                    </dt>
                    <dd>{say(shortcut.does)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** Arrows and letters are a choice, everything else is pressed together. */
function Pressed({ shortcut: { keys, or } }: { readonly shortcut: Shortcut }) {
  const isChoice = keys.length > 2 && !keys.includes('mod');
  return (
    <span className={css.keys}>
      {isChoice ? keys.map((key) => <Keys key={key} keys={[key]} />) : <Keys keys={keys} />}
      {or !== undefined && <Keys keys={or} />}
    </span>
  );
}
