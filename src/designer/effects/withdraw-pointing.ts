import type { Workbench } from '../state/workbench.ts';
import { watchPerson } from '../ui/focus.ts';

/**
 * A field that a person was led to takes the focus once it is drawn, which may be late. Whoever has gone on to another place
 * by then is led no more. Gives the way to stop.
 */
export function withdrawPointing({ view }: Pick<Workbench, 'view'>): () => void {
  const withdraw = () => view.setState({ focusedField: undefined, focusedMessage: undefined });
  let person: ReturnType<typeof watchPerson> | undefined;
  const unsubscribe = view.subscribe(({ focusedField: now }, { focusedField: before }) => {
    if (now === before) return;
    person?.stop();
    person = now === undefined ? undefined : watchPerson(withdraw);
  });
  return () => {
    unsubscribe();
    person?.stop();
  };
}
