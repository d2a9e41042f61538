import type { StepGroup } from '../../../flow/index.ts';
import { stepHeight, stepWidth } from '../../state/step-box.ts';
import type { CanvasNode } from '../to-canvas.ts';

export interface GroupBox {
  readonly group: StepGroup;
  /** One box instead of its steps. */
  readonly isFolded: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between the steps and the frame; above them stands the name. */
const air = { side: 20, above: 48, below: 20 } as const;

/** Where each group is, as its steps stand. One without steps is nowhere; steps that are not there are left out. */
export function groupBoxes(
  groups: readonly StepGroup[],
  nodes: ReadonlyMap<string, CanvasNode>,
  openGroups: readonly string[],
): readonly GroupBox[] {
  return groups.flatMap((group): readonly GroupBox[] => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const step of group.steps) {
      const node = nodes.get(step);
      if (node === undefined) continue;
      const { position, width = stepWidth, height = stepHeight } = node;
      left = Math.min(left, position.x);
      top = Math.min(top, position.y);
      right = Math.max(right, position.x + width);
      bottom = Math.max(bottom, position.y + height);
    }
    if (left > right) return [];
    if (group.collapsed === true && !openGroups.includes(group.id))
      return [{ group, isFolded: true, x: left, y: top, width: stepWidth, height: stepHeight }];
    return [
      {
        group,
        isFolded: false,
        x: left - air.side,
        y: top - air.above,
        width: right - left + 2 * air.side,
        height: bottom - top + air.above + air.below,
      },
    ];
  });
}
