import type { EvaluationContext } from '../../mapping/index.ts';
import type { Message } from '../message.ts';
import type { Failure } from '../failure.ts';
import type { CallIo, Executor, Inline, StepSetup } from './executor.ts';
import { takesTime, type At } from './takes-time.ts';

type Make = (setup: StepSetup) => Inline;

/** A step whose code is loaded with the first message that needs it: a run without such a step starts as fast as before. */
export function loaded(load: () => Promise<Make>): Executor {
  return {
    form: 'inline',
    make(setup) {
      let inline: Inline | undefined;
      let loading: Promise<Inline> | undefined;
      return {
        run(message: Message, context: EvaluationContext) {
          if (inline !== undefined) return inline.run(message, context);
          loading ??= load().then((make) => (inline = make(setup)));
          return loading.then((known) => known.run(message, context));
        },
      };
    },
  };
}

type Work = (setup: StepSetup, at: At, io: CallIo) => Promise<Failure | undefined>;

/** The same for a step that takes its time. */
export function loadedWork(load: () => Promise<Work>): Executor {
  return {
    form: 'calling',
    make: (setup) => takesTime(setup, async (at, io) => (await load())(setup, at, io)),
  };
}
