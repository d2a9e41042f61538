/**
 * Runs a person's function in QuickJS, a JavaScript engine inside WebAssembly.
 *
 * 1. Nothing of the host is inside: no network, no storage, no timers, no modules. JSON goes in, JSON comes out.
 * 2. Every call has an engine's context of its own: nothing is left of one message when the next one comes.
 * 3. Memory, depth and time are limited; what goes on in one long step of the engine's own is ended by the host, which
 *    gives up the whole thread.
 */
import type {
  QuickJSContext,
  QuickJSHandle,
  QuickJSRuntime,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import type { CodeAnswer, CodeAsk } from '../ports.ts';

const memoryLimit = 64 * 1024 * 1024;
/** Some 1,500 calls inside each other; more would fill the stack of the thread around the engine. */
const stackLimit = 256 * 1024;
const longestOutput = 10_000_000;
/** Lines before the person's first one. */
const linesBefore = 1;

type LoadEngine = () => Promise<QuickJSWASMModule>;

export interface CodeRunner {
  /** Resolves when the engine is loaded and warm. */
  ready(): Promise<void>;
  run(ask: CodeAsk): Promise<CodeAnswer>;
}

/** `now` is the host's clock, in milliseconds. The engine is loaded with the first call. */
export function createCodeRunner(load: LoadEngine, now: () => number): CodeRunner {
  let engine: Promise<QuickJSWASMModule> | undefined;
  return {
    async ready() {
      await run(warmUp);
    },
    run,
  };

  /** What could not be loaded once is tried again by the next function. */
  function loaded(): Promise<QuickJSWASMModule> {
    engine ??= load().catch((cause: unknown) => {
      engine = undefined;
      throw cause;
    });
    return engine;
  }

  async function run(ask: CodeAsk): Promise<CodeAnswer> {
    const runtime = (await loaded()).newRuntime();
    let isLate = false;
    const end = now() + ask.timeLimitMs;
    runtime.setMemoryLimit(memoryLimit);
    runtime.setMaxStackSize(stackLimit);
    runtime.setInterruptHandler(() => (isLate ||= now() > end));
    const context = runtime.newContext();
    try {
      return call(context, ask, () => isLate);
    } catch (cause) {
      // The stack of this thread itself was full: deep data inside one step of the engine's own.
      if (cause instanceof RangeError) return { ok: false, reason: 'too-deep' };
      throw cause;
    } finally {
      if (!areFreed(context, runtime)) engine = undefined;
    }
  }
}

/** An engine's parts are translated for the machine when they are first used: that is no function's time. */
const warmUp: CodeAsk = { source: 'return input;', input: '{}', timeLimitMs: 60_000 };

/** After a stack that was full the engine may hold on to something and break when it is freed: it is not used again then. */
function areFreed(context: QuickJSContext, runtime: QuickJSRuntime): boolean {
  try {
    context.dispose();
    runtime.dispose();
    return true;
  } catch {
    return false;
  }
}

function call(context: QuickJSContext, ask: CodeAsk, isLate: () => boolean): CodeAnswer {
  const made = context.evalCode(`(function (input) {\n${ask.source}\n})`, fileName);
  if (made.error) return explained(context, made.error, isLate(), 'not-javascript');
  const around = context.evalCode(aroundCode, 'footbridge.js');
  if (around.error) return explained(context, around.error, isLate(), 'threw');
  const input = context.newString(ask.input);
  const result = context.callFunction(around.value, context.undefined, made.value, input);
  input.dispose();
  around.value.dispose();
  made.value.dispose();
  if (result.error) return explained(context, result.error, isLate(), 'threw');
  const text = context.getString(result.value);
  result.value.dispose();
  const output = text.slice(1);
  switch (text.charAt(0)) {
    case 'p':
      return { ok: false, reason: 'waits' };
    case 'u':
      return { ok: false, reason: 'gave-nothing' };
    case 'l':
      return { ok: false, reason: 'too-long' };
    default:
      return { ok: true, output };
  }
}

const fileName = 'function.js';

/** Around the person's function: data from JSON and to JSON. The first sign says what came back. */
const aroundCode = `(function (parse, stringify) {
  return function (act, text) {
    const made = act(parse(text));
    if (made !== null && typeof made === 'object' && typeof made.then === 'function') return 'p';
    const written = stringify(made, function (name, value) { return typeof value === 'bigint' ? String(value) : value; });
    if (written === undefined) return 'u';
    return written.length > ${String(longestOutput)} ? 'l' : 'j' + written;
  };
})(JSON.parse, JSON.stringify)`;

function explained(
  context: QuickJSContext,
  error: QuickJSHandle,
  isLate: boolean,
  reason: 'threw' | 'not-javascript',
): CodeAnswer {
  const dumped: unknown = context.dump(error);
  error.dispose();
  if (isLate) return { ok: false, reason: 'too-slow' };
  const { name, message, stack } = toError(dumped);
  if (name === 'InternalError' && /out of memory|string too long/.test(message))
    return { ok: false, reason: 'too-much-memory' };
  if (/stack overflow|Maximum call stack/.test(message)) return { ok: false, reason: 'too-deep' };
  const line = lineIn(stack);
  return {
    ok: false,
    reason: reason === 'threw' && name === 'SyntaxError' && line === undefined ? 'threw' : reason,
    words: message.slice(0, 500),
    ...(line === undefined ? {} : { line }),
  };
}

interface Dumped {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Anything can be thrown; out of memory there may be nothing left to say it with. */
function toError(dumped: unknown): Dumped {
  if (dumped === null || dumped === undefined)
    return { name: 'InternalError', message: 'out of memory', stack: '' };
  if (typeof dumped !== 'object') return { name: '', message: String(dumped), stack: '' };
  const { name, message, stack } = dumped as Record<string, unknown>;
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : JSON.stringify(dumped),
    stack: typeof stack === 'string' ? stack : '',
  };
}

/** The person's own line, from 1. */
function lineIn(stack: string): number | undefined {
  const found = /function\.js:(\d+)/.exec(stack);
  const line = Number(found?.[1]) - linesBefore;
  return line >= 1 ? line : undefined;
}
