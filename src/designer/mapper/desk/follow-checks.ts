import { checkBinding } from '../../../mapping/index.ts';
import { indexProblems, noProblems } from './field-problems.ts';
import type { DeskStore } from './desk-state.ts';

/** Once the page has drawn the change. */
const afterMs = 30;

/** Checks the mapping after each change, behind the typing. Gives the way to stop. */
export function followChecks(desk: DeskStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function check(): void {
    timer = undefined;
    const { facts, binding, root, types, problems } = desk.getState();
    if (facts === undefined) return;
    desk.setState({
      problems:
        facts.kind === 'condition'
          ? noProblems
          : indexProblems(checkBinding(binding, root, types), problems),
    });
  }

  check();
  const stop = desk.subscribe((now, before) => {
    const isSame =
      now.binding === before.binding &&
      now.root === before.root &&
      now.types === before.types &&
      now.facts === before.facts;
    if (!isSame) timer ??= setTimeout(check, afterMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
