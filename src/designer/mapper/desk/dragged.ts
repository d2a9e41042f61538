import type { DataNode } from '../model/data-tree.ts';
import type { Fit } from '../model/field-fit.ts';

/** Data on its way to a field, held by the mouse or a finger. */
export interface Dragged {
  readonly node: DataNode;
  /** The field below the pointer. */
  readonly over: string | undefined;
  /** It adds to what is there. */
  readonly adds: boolean;
  /** Whether a field can take it, by the field's key; undefined for a field that is not on screen. */
  fitOf(key: string): Fit | undefined;
}
