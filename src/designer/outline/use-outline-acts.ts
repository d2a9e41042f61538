import { useCallback } from 'react';
import type { CommandTarget } from '../effects/commands/command.ts';
import { commands } from '../effects/commands/commands.ts';
import { isOffered } from '../effects/commands/targets.ts';
import { openTab } from '../state/problem-place.ts';
import { indexOf } from '../state/step-index.ts';
import { freeOutPort } from '../state/step-ports.ts';
import { useWorkbench } from '../state/workbench.ts';
import { say } from '../../words/index.ts';
import { focusPalette, focusStepPanel } from '../ui/focus.ts';
import type { OutlineRow } from './outline-rows.ts';

/** What a line stands for: its step, its note, its group, or the connection that it shows. */
export function targetOf(row: OutlineRow): CommandTarget {
  switch (row.kind) {
    case 'step':
      return { steps: [row.step] };
    case 'group':
      return { steps: [], group: row.group };
    case 'note':
      return { steps: [], notes: [row.note] };
    case 'notes':
      return { steps: [] };
    case 'way':
    case 'join':
      return { steps: [], ...(row.edge !== undefined && { edge: row.edge }) };
  }
}

/** What can be done in a line, whatever it stands for. */
export function useOutlineActs() {
  const bench = useWorkbench();

  const choose = useCallback(
    (row: OutlineRow, isAlso = false) => {
      const { view, document, announcer } = bench;
      if (row.kind === 'notes') return;
      if (row.kind === 'group') {
        view.selectGroup(row.group);
        return;
      }
      if (row.kind === 'note') {
        if (isAlso) view.toggleNote(row.note);
        else view.selectSteps([], [row.note]);
        return;
      }
      if (row.kind !== 'step') {
        view.selectEdge(row.edge);
        if (row.edge !== undefined) announcer.announce(say('outline.chosen-connection'));
        return;
      }
      if (isAlso) view.toggleStep(row.step);
      else view.selectStep(row.step);
      const { flow } = document.getState();
      const name = flow && indexOf(flow).steps.get(row.step)?.step.name;
      if (view.getState().selectedSteps.includes(row.step))
        announcer.announce(say('outline.chosen', { name: name ?? '' }));
    },
    [bench],
  );

  /** Opens the step in its panel, where something is missing first. */
  const open = useCallback(
    (step: string, isByKey: boolean) => {
      const { view, problems } = bench;
      const known = problems.getState().byStep[step] ?? [];
      view.selectStep(step, view.getState().selectedStep === step ? undefined : openTab(known));
      view.setState({ narrowTab: 'step' });
      if (isByKey) focusStepPanel();
    },
    [bench],
  );

  const add = useCallback(
    (row: OutlineRow) => {
      const { document, catalog, view } = bench;
      const { flow, readOnly } = document.getState();
      if (flow === undefined || readOnly || row.kind === 'group') return;
      if (row.kind === 'notes' || row.kind === 'note') {
        commands['note.add'].act(bench, { steps: [] });
        return;
      }
      if (row.kind !== 'step' && row.edge !== undefined) {
        view.setState({ insertAt: { edge: row.edge }, paletteOpen: true });
        focusPalette();
        return;
      }
      const step = indexOf(flow).steps.get(row.step)?.step;
      if (step === undefined) return;
      const port = row.kind === 'way' ? row.port : freeOutPort(flow, step, catalog);
      commands['step.add-after'].act(bench, { steps: [row.step], port });
    },
    [bench],
  );

  const move = useCallback(
    (row: OutlineRow, by: 'up' | 'down') => {
      if (row.kind !== 'step') return;
      const { document, announcer } = bench;
      const command = commands[`step.move-${by}`];
      const target = targetOf(row);
      if (isOffered(bench, command, target)) {
        command.act(bench, target);
        return;
      }
      const { flow } = document.getState();
      const name = (flow && indexOf(flow).steps.get(row.step)?.step.name) ?? '';
      announcer.announce(say('outline.cannot-move', { name }));
    },
    [bench],
  );

  return { choose, open, add, move };
}
