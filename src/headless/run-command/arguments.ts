import {
  runLimitNames,
  runLimits,
  type RunLimitName,
  type RunLimitsOfFlow,
} from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';

/** What was asked of `footbridge run`. Files are as they were written: not yet looked for. */
export interface RunArguments {
  readonly flow: string;
  readonly credentials: string | undefined;
  readonly input: string | undefined;
  readonly first: number | undefined;
  /** What the run may take, where that is neither what the flow says nor the usual. */
  readonly limits: RunLimitsOfFlow;
  readonly memory: string | undefined;
  readonly reply: string | undefined;
  /** A folder with flows that this one may call. */
  readonly flows: string | undefined;
  readonly sendsWrites: boolean;
  readonly asJson: boolean;
}

/** The option for each limit of a run. */
export const limitOptions = {
  messageMegabytes: '--message-mb',
  messages: '--most-messages',
  callsAtOnce: '--calls-at-once',
  waitSeconds: '--wait-seconds',
} as const satisfies Record<RunLimitName, string>;

const withValue = [
  '--credentials',
  '--input',
  '--first',
  ...Object.values(limitOptions),
  '--memory',
  '--reply',
  '--flows',
] as const;
const alone = ['--yes', '--json'] as const;

/** Reads what stands behind `footbridge run`. Throws `CannotRun` in words. */
export function readArguments(args: readonly string[]): RunArguments {
  const values = new Map<string, string>();
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    const [option = '', ...rest] = arg.split('=');
    if (isOne(alone, option) && rest.length === 0) values.set(option, '');
    else if (isOne(withValue, option)) {
      const value = rest.length > 0 ? rest.join('=') : args[++at];
      if (value === undefined || value === '' || value.startsWith('--'))
        throw new CannotRun(say('command-line.option-empty', { option }));
      values.set(option, value);
    } else throw new CannotRun(say('command-line.unknown-option', { option: arg }));
  }
  const [flow, other] = files;
  if (flow === undefined) throw new CannotRun(say('command-line.no-flow'));
  if (other !== undefined) throw new CannotRun(say('command-line.two-flows', { one: flow, other }));
  return {
    flow,
    credentials: values.get('--credentials'),
    input: values.get('--input'),
    first: numberIn(values, '--first'),
    limits: limitsIn(values),
    memory: values.get('--memory'),
    reply: values.get('--reply'),
    flows: values.get('--flows'),
    sendsWrites: values.has('--yes'),
    asJson: values.has('--json'),
  };
}

function isOne(options: readonly string[], option: string): boolean {
  return options.includes(option);
}

function limitsIn(values: ReadonlyMap<string, string>): RunLimitsOfFlow {
  const limits: RunLimitsOfFlow = {};
  for (const name of runLimitNames) {
    const option = limitOptions[name];
    const limit = numberIn(values, option);
    const { most } = runLimits[name];
    if (limit === undefined) continue;
    if (limit > most) throw new CannotRun(say('command-line.too-high', { option, most }));
    limits[name] = limit;
  }
  return limits;
}

function numberIn(values: ReadonlyMap<string, string>, option: string): number | undefined {
  const value = values.get(option);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < 1)
    throw new CannotRun(say('command-line.not-a-number', { option, value }));
  return number;
}
