/** Types, references and what is offered, said in few words. */
import type { JsonSchema } from '../../shared/index.ts';
import type { Binding, MappingProblem, Segment } from '../index.ts';

export const text: JsonSchema = { type: 'string' };

export const group = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) =>
  ({ type: 'object', properties, required, additionalProperties: false }) satisfies JsonSchema;

export const ref = (...path: Segment[]): Binding => ({ kind: 'ref', from: 's1', path });

export const fixes = (problems: readonly MappingProblem[]): string[] =>
  problems.flatMap((one) => one.fixes.map(({ code }) => code.replace('mapping.fix-', '')));
