import { listOf } from '../../../flow/index.ts';
import { checkByField, withLists, withProposals, type Match } from '../../../mapping/index.ts';
import type { PreviewCommands } from '../../state/workbench.ts';
import { indexProblems, noProblems } from './field-problems.ts';
import { usageOf } from './usage.ts';
import type { DeskStore } from './desk-state.ts';

/** Once the page has drawn the change. */
const checkAfterMs = 30;
/** Looking for names takes a thread some time in a long form. */
const proposeAfterMs = 300;

/** Checks the mapping after each change, behind the typing, and proposes data for what is missing. Gives the way to stop. */
export function followChecks(desk: DeskStore, preview: PreviewCommands): () => void {
  let checking: ReturnType<typeof setTimeout> | undefined;
  let proposing: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let matches: readonly Match[] = [];

  function check(): void {
    checking = undefined;
    const { facts, binding, root, types, locale, problems } = desk.getState();
    if (facts === undefined) return;
    desk.setState({
      usage: usageOf(binding),
      problems:
        facts.kind === 'condition' || facts.kind === 'branches'
          ? noProblems
          : indexProblems(
              facts.kind === 'list'
                ? withLists(checkByField(binding, listOf(facts), types, locale), types)
                : withProposals(checkByField(binding, root, types, locale), matches),
              problems,
            ),
    });
  }

  async function propose(): Promise<void> {
    const { binding, root, types, problems } = desk.getState();
    asked += 1;
    const mine = asked;
    if (!problems.all.some(({ code }) => code === 'mapping.required-unbound')) return;
    const found = await preview.match(root, types, binding);
    if (mine !== asked) return;
    matches = found ?? [];
    check();
  }

  function plan(proposeMs: number): void {
    checking ??= setTimeout(check, checkAfterMs);
    clearTimeout(proposing);
    proposing = setTimeout(() => void propose(), proposeMs);
  }

  check();
  plan(checkAfterMs);
  const stop = desk.subscribe((now, before) => {
    if (now.root !== before.root || now.types !== before.types) matches = [];
    const isSame =
      now.binding === before.binding &&
      now.root === before.root &&
      now.types === before.types &&
      now.locale === before.locale &&
      now.facts === before.facts;
    if (!isSame) plan(proposeAfterMs);
  });
  return () => {
    stop();
    asked += 1;
    clearTimeout(checking);
    clearTimeout(proposing);
  };
}
