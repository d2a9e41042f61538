import { flowTestSchema, type FlowTest } from '../runtime/contract.ts';
import type { Json } from '../shared/index.ts';

/** Whether this version can read it as a test. */
export function isTest(listed: Json): boolean {
  return flowTestSchema.safeParse(listed).success;
}

/** The tests that a file brings along, each under a new id; what this version cannot read is left out. */
export function testsIn(listed: readonly Json[], newId: () => string): readonly FlowTest[] {
  return listed.flatMap((each) => {
    const read = flowTestSchema.safeParse(each);
    return read.success ? [{ ...read.data, id: newId() }] : [];
  });
}
