import { say } from '../../../words/index.ts';
import { useDesk } from '../mapping-desk.ts';
import css from './pick-hint.module.css';

export const pickHintId = 'pick-hint';

/**
 * Where the data goes that is clicked next, or how to choose that. It describes the tree of the data; on the way through the
 * fields it would only say once more which field that is.
 */
export function PickHint() {
  const filter = useDesk((state) => state.dataFilter);
  const target = useDesk((state) => state.target?.label);
  // A condition without a line says itself what to do: there is no field to click yet.
  const isBare = useDesk(
    ({ facts, condition }) => facts?.kind === 'condition' && condition === undefined,
  );
  if (isBare) return null;
  return (
    <p className={css.hint} id={pickHintId}>
      {target === undefined
        ? say(filter === 'fits' ? 'mapper.data-fits-hint' : 'mapper.data-hint')
        : say('mapper.data-target', { field: target })}
    </p>
  );
}
