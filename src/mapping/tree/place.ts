import type { JsonPath } from '../../shared/index.ts';

/**
 * Which field of the target a binding helps to fill. An operand (what is converted, compared, looked up, repeated) only has
 * to be worth something: its groups and lists are no fields, so all of it is at the field that it helps to fill.
 */
export interface Place {
  readonly at: JsonPath;
  readonly isOperand: boolean;
}

export const wholeTarget: Place = { at: [], isOperand: false };

/** Of a property of the group, or a part of the list, that stands here. */
export function placeIn(place: Place, step: string | number): Place {
  return place.isOperand ? place : { ...place, at: [...place.at, step] };
}

export function operandAt(place: Place): Place {
  return place.isOperand ? place : { ...place, isOperand: true };
}
