import { isJsonObject, type Json, type JsonPath } from '../../shared/index.ts';
import type { Binding } from '../../mapping/contract.ts';
import type { HttpCall } from '../component.ts';

/**
 * Which field of the operation's input a field of the request's body came from; undefined when the body has no such
 * field. Follows the body's binding; a body that is the input itself keeps the path.
 */
export function inputPathOf(
  bodyPath: JsonPath,
  body: Json | undefined,
  call: HttpCall | undefined,
): JsonPath | undefined {
  if (bodyPath.length === 0) return undefined;
  const binding = call?.body?.from;
  const traced = binding === undefined ? undefined : through(binding, bodyPath);
  if (traced !== undefined) return traced;
  // A parameter of path or query is named like the input's field.
  const name = bodyPath[0];
  const isKnown =
    typeof name === 'string' &&
    (inQueryOrPath(name, call) || (isJsonObject(body) && Object.hasOwn(body, name)));
  return isKnown ? bodyPath : undefined;
}

function through(binding: Binding, path: JsonPath): JsonPath | undefined {
  switch (binding.kind) {
    case 'ref':
      return binding.from === 'input'
        ? [...binding.path.filter((part) => typeof part === 'string'), ...path]
        : undefined;
    case 'object': {
      const [name, ...rest] = path;
      const inner =
        typeof name === 'string' && Object.hasOwn(binding.props, name)
          ? binding.props[name]
          : undefined;
      return inner === undefined ? undefined : through(inner, rest);
    }
    case 'convert':
      return through(binding.of, path);
    case 'when':
      return binding.branches
        .map((branch) => through(branch.then, path))
        .find((found) => found !== undefined);
    default:
      return undefined;
  }
}

function inQueryOrPath(name: string, call: HttpCall | undefined): boolean {
  const bindings = [
    call?.query,
    ...(call?.path ?? []).map((part) =>
      typeof part === 'object' && 'param' in part ? part.param : undefined,
    ),
  ];
  return bindings.some(
    (binding) => binding !== undefined && JSON.stringify(binding).includes(`"path":["${name}"]`),
  );
}
