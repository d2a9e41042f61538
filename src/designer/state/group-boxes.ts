import type { StepGroup } from '../../flow/index.ts';
import { stepHeight, stepWidth } from './step-box.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GroupBox extends Box {
  readonly group: StepGroup;
  /** One box instead of its steps. */
  readonly isFolded: boolean;
}

/** Between the steps and the frame; above them stands the name. */
const air = { side: 20, above: 48, below: 20 } as const;

/** Where each group is, as its steps stand. One without steps is nowhere; steps that are not there are left out. */
export function groupBoxes(
  groups: readonly StepGroup[],
  boxOf: (step: string) => Box | undefined,
  openGroups: readonly string[],
): readonly GroupBox[] {
  return groups.flatMap((group): readonly GroupBox[] => {
    const around = boxAround(group.steps.flatMap((step) => boxOf(step) ?? []));
    if (around === undefined) return [];
    const { x, y, width, height } = around;
    if (group.collapsed === true && !openGroups.includes(group.id))
      return [{ group, isFolded: true, x, y, width: stepWidth, height: stepHeight }];
    return [
      {
        group,
        isFolded: false,
        x: x - air.side,
        y: y - air.above,
        width: width + 2 * air.side,
        height: height + air.above + air.below,
      },
    ];
  });
}

/** The smallest box around all; undefined where there are none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
