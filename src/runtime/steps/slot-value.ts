import {
  compileBinding,
  isBinding,
  type Evaluation,
  type EvaluationContext,
} from '../../mapping/index.ts';
import type { Step } from '../../flow/index.ts';
import type { Message } from '../message.ts';

/** Works out what fills a slot; where nothing does, it is the message as it came. */
export function slotOrBody(
  { slots }: Step,
  slot: string,
): (message: Message, context: EvaluationContext) => Evaluation | Promise<Evaluation> {
  const content = Object.hasOwn(slots, slot) ? slots[slot] : undefined;
  if (content === undefined || !isBinding(content))
    return ({ body }) => ({ value: body, problems: [] });
  const mapping = compileBinding(content);
  return ({ sources }, context) => mapping.evaluate(sources, context);
}
