import { settingsWithDefaults } from '../../catalog/index.ts';
import { parseJson, type Json } from '../../shared/index.ts';
import { type Failure, refusedAt } from '../failure.ts';
import type { CodeAnswer } from '../ports.ts';
import type { Executor } from './executor.ts';
import { longestText } from './given-text.ts';
import { takesTime } from './takes-time.ts';

const mostSeconds = 30;

/** A function that the person wrote, run where it reaches nothing. It is an outside effect: a replay does not run it again. */
export const code: Executor = {
  form: 'calling',
  make(setup) {
    const { operation, step, world } = setup;
    const { ports, signal } = world;
    const settings = settingsWithDefaults(operation, step.settings);
    const source = String(settings['code'] ?? '');
    const seconds = Math.min(Number(settings['seconds']) || 1, mostSeconds);
    return takesTime(setup, async ({ fields, message, context }, io) => {
      const { code: port } = ports;
      if (port === undefined) return refusedAt('steps.code-not-here', []);
      if (source.trim() === '') return refusedAt('steps.code-missing', []);
      const input = textOf(fields);
      if (input.length > longestText)
        return refusedAt('steps.text-too-long', [], { limit: longestText, length: input.length });
      let answer: CodeAnswer;
      try {
        answer = await ports.step(`${message.id}/${step.id}/0`, () =>
          port.run({ source, input, timeLimitMs: seconds * 1_000 }, signal),
        );
      } catch (cause) {
        // A cancelled run has given the function up: this does not come back then.
        await context.breathe?.();
        throw cause;
      }
      if (!answer.ok) return whyNot(answer, seconds);
      const output = parseJson(answer.output);
      if (!output.ok) return refusedAt('steps.code-gave-nothing', []);
      await io.give([output.value], false);
      return undefined;
    });
  },
};

/** Long whole numbers come as text: inside the function they would lose digits. */
function textOf(fields: Json): string {
  return JSON.stringify(fields, (_name, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

function whyNot(answer: Extract<CodeAnswer, { ok: false }>, seconds: number): Failure {
  const { reason, line, words } = answer;
  switch (reason) {
    case 'threw':
      return line === undefined
        ? refusedAt('steps.code-threw', [], { words: words ?? '' })
        : refusedAt('steps.code-threw-at', [], { words: words ?? '', line });
    case 'not-javascript':
      return line === undefined
        ? refusedAt('steps.code-not-javascript', [], { words: words ?? '' })
        : refusedAt('steps.code-not-javascript-at', [], { words: words ?? '', line });
    case 'too-slow':
      return refusedAt('steps.code-too-slow', [], { count: seconds });
    case 'too-much-memory':
      return refusedAt('steps.code-too-much-memory', []);
    case 'too-deep':
      return refusedAt('steps.code-too-deep', []);
    case 'gave-nothing':
      return refusedAt('steps.code-gave-nothing', []);
    case 'too-long':
      return refusedAt('steps.code-too-long', [], { limit: longestText });
    case 'waits':
      return refusedAt('steps.code-waits', []);
  }
}
