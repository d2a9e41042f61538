import { say } from '../../../words/index.ts';
import { useDesk } from '../mapping-desk.ts';
import css from './pick-hint.module.css';

/** Where the data goes that is clicked next, or how to choose that. */
export function PickHint() {
  const filter = useDesk((state) => state.dataFilter);
  const target = useDesk((state) => state.target?.label);
  return (
    <p className={css.hint} aria-live="polite">
      {target === undefined
        ? say(filter === 'fits' ? 'mapper.data-fits-hint' : 'mapper.data-hint')
        : say('mapper.data-target', { field: target })}
    </p>
  );
}
