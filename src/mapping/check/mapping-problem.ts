import {
  titleOf,
  schemaAt,
  type JsonPath,
  type JsonSchema,
  type Problem,
  type Wording,
} from '../../shared/index.ts';
import type { Binding } from '../binding.ts';

/** A one-click mend: put `binding` at the target path `at`; undefined leaves the field out. */
export interface MappingFix extends Wording {
  readonly at: JsonPath;
  readonly binding: Binding | undefined;
}
export type MappingProblem = Problem<MappingFix>;

/** The words for the field at a target path: its title, else its readable name, with its entry's number in a list. */
export function fieldTitle(target: JsonSchema, path: JsonPath): string {
  for (let end = path.length; end > 0; end--) {
    const step = path[end - 1];
    if (typeof step === 'string') return titleOf(schemaAt(target, path.slice(0, end)), step);
  }
  return titleOf(target, '');
}
