import {
  compileCondition,
  isBinding,
  type CompiledCondition,
  type Tested,
} from '../../mapping/index.ts';
import { branchesOf, takesAllBranches } from '../../flow/index.ts';
import { fromMapping } from '../failure.ts';
import type { Executor, Outcome, StepSetup } from './executor.ts';

interface Branch {
  readonly port: string;
  readonly condition: CompiledCondition;
}

/**
 * Sends a message, unchanged, along the first branch whose condition holds, or along all of them; what fits none takes
 * the way for the rest. A branch without a condition is never taken.
 */
export const router: Executor = {
  form: 'inline',
  make(setup) {
    const { step, operation } = setup;
    const branches = compiled(setup);
    const takesAll = takesAllBranches(step, operation);
    const otherwise = operation.branches?.otherwise.id ?? '';
    return {
      run({ sources, body }, context) {
        return from(0, []);

        function from(at: number, ports: readonly string[]): Outcome | Promise<Outcome> {
          const branch = branches[at];
          if (branch === undefined) return along(ports.length === 0 ? [otherwise] : ports);
          const tested = branch.condition.test(sources, context);
          return tested instanceof Promise
            ? tested.then((known) => after(known, branch.port, at, ports))
            : after(tested, branch.port, at, ports);
        }
        function after(
          { holds, problems }: Tested,
          port: string,
          at: number,
          ports: readonly string[],
        ): Outcome | Promise<Outcome> {
          if (problems.length > 0)
            return { state: 'refused', failure: fromMapping(problems), input: body };
          if (!holds) return from(at + 1, ports);
          return takesAll ? from(at + 1, [...ports, port]) : along([port]);
        }
        function along(ports: readonly string[]): Outcome {
          return { state: 'done', outputs: [body], ports, input: body };
        }
      },
    };
  },
};

function compiled({ step, operation }: StepSetup): readonly Branch[] {
  return branchesOf(step, operation).flatMap(({ id }) => {
    const content = Object.hasOwn(step.slots, id) ? step.slots[id] : undefined;
    return content === undefined || isBinding(content)
      ? []
      : [{ port: id, condition: compileCondition(content) }];
  });
}
