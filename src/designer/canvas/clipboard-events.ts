import type { ReactFlowInstance } from '@xyflow/react';
import { commands, type CommandId } from '../effects/commands/commands.ts';
import type { CommandTarget } from '../effects/commands/command.ts';
import { focusedTarget, isOffered } from '../effects/commands/targets.ts';
import { copiedText, pasteText, tellCopied } from '../effects/steps-clipboard.ts';
import { targetOfNode } from '../state/node-ids.ts';
import { placeOf, stepHeight, stepWidth } from '../state/step-box.ts';
import type { Workbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';

/** How the flow lies on the screen. */
export type FlowOnScreen = Pick<
  ReactFlowInstance,
  'screenToFlowPosition' | 'flowToScreenPosition' | 'setCenter' | 'getZoom'
>;

/**
 * Hears the browser's clipboard events until the signal ends it. What comes back pastes a text as an event would; it says
 * whether it was about the flow.
 */
export function hearClipboard(
  bench: Workbench,
  board: () => HTMLElement | null,
  { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom }: FlowOnScreen,
  signal: AbortSignal,
): (text: string) => boolean {
  function targetOf(id: CommandId) {
    const focused = document.activeElement;
    if (
      !(focused instanceof HTMLElement) ||
      board()?.contains(focused) !== true ||
      focused.closest('input, textarea, [contenteditable], [role="menu"]') !== null ||
      getSelection()?.isCollapsed === false
    )
      return undefined;
    const target = focusedTarget(bench, focused.dataset['stepButton']);
    return isOffered(bench, commands[id], target) ? target : undefined;
  }

  function copy(event: ClipboardEvent, id: CommandId): CommandTarget | undefined {
    const target = targetOf(id);
    const copied = target && copiedText(bench, target);
    if (target === undefined || copied === undefined) return undefined;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copied.text);
    tellCopied(bench, copied, target);
    return target;
  }

  function cut(event: ClipboardEvent) {
    const target = copy(event, 'selection.cut');
    if (target === undefined) return;
    board()?.focus();
    commands['selection.remove'].act(bench, target);
  }

  function pasteHere(text: string): boolean {
    const area = board()?.getBoundingClientRect();
    if (area === undefined || targetOf('selection.paste') === undefined) return false;
    const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
    pasteText(bench, text, screenToFlowPosition(middle), (first) => {
      // A note alone is brought into sight by what follows notes.
      if (targetOfNode(first).notes === undefined) show(first, area);
      focusStep(first);
    });
    return true;
  }

  function paste(event: ClipboardEvent) {
    if (pasteHere(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  }

  /** Where the middle was taken, they stand further down. */
  function show(step: string, area: DOMRect) {
    const { flow } = bench.document.getState();
    if (flow === undefined) return;
    const { x, y } = placeOf(flow, step, 0);
    const at = flowToScreenPosition({ x, y: y + stepHeight });
    const isSeen = at.x > area.left && at.x < area.right && at.y < area.bottom;
    if (!isSeen) void setCenter(x + stepWidth / 2, y + stepHeight / 2, { zoom: getZoom() });
  }

  document.addEventListener('copy', (event) => void copy(event, 'selection.copy'), { signal });
  document.addEventListener('cut', cut, { signal });
  document.addEventListener('paste', paste, { signal });
  return pasteHere;
}
