import { isJsonObject, type Json } from '../../shared/index.ts';
import type { Executor } from './executor.ts';

/**
 * One message of the copies of a message that went different ways: what each way gave, by its name. A way that gave
 * several messages gives a list of them; of a way by which nothing came, the name is among the missing ones.
 */
export const join: Executor = {
  form: 'gathering',
  make({ ways }) {
    return {
      of: 'ways',
      most: Number.POSITIVE_INFINITY,
      everyMs: undefined,
      take({ body, way }) {
        const taken: Json = { way: way ?? '', value: body };
        return { state: 'done', outputs: [taken], input: taken };
      },
      give(list) {
        const came = new Map<string, Json[]>();
        for (const taken of list) {
          if (!isJsonObject(taken)) continue;
          const { way, value = null } = taken;
          const name = String(way);
          const known = came.get(name);
          if (known === undefined) came.set(name, [value]);
          else known.push(value);
        }
        return {
          ways: Object.fromEntries(
            [...came].map(([name, [first = null, ...others]]) => [
              name,
              others.length === 0 ? first : [first, ...others],
            ]),
          ),
          missing: ways.filter((name) => !came.has(name)),
        };
      },
    };
  },
};
