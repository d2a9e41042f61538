import type { Json } from '../../shared/index.ts';
import type { ObjectBinding } from '../binding.ts';
import type { Compile } from './compile-node.ts';
import { fail, isRefusedName, type Evaluate, type Place } from './frame.ts';

/** A group of fields: a field without a value is left out (M3), a name that reaches a prototype is refused (M5). */
export function compileObject(binding: ObjectBinding, place: Place, compile: Compile): Evaluate {
  const names: string[] = [];
  const values: Evaluate[] = [];
  for (const [name, child] of Object.entries(binding.props)) {
    const here: Place = { ...place, target: [...place.target, name] };
    names.push(name);
    values.push(
      isRefusedName(name) ? (frame) => fail(frame, here, 'name-refused', { name }) : compile(child, here),
    );
  }
  const count = names.length;
  return (frame) => {
    const group: Record<string, Json> = {};
    for (let at = 0; at < count; at++) {
      const value = (values[at] as Evaluate)(frame); // `at` is below the count
      if (value !== undefined) group[names[at] as string] = value;
    }
    return group;
  };
}
