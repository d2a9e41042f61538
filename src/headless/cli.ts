/**
 * The command line. Nothing runs at import; signals and the process's end belong to `scripts/footbridge.mjs`.
 * A credential's value is never printed, nor in an error.
 */
import { say } from '../words/index.ts';
import { CannotRun } from './run-command/cannot-run.ts';
import { harmless } from './run-command/plain-text.ts';
import {
  exitCodes,
  runCommand,
  type CommandWorld,
  type ExitCode,
} from './run-command/run-command.ts';

/** Does what the arguments ask for; answers how the process should end. Never rejects. */
export async function runCommandLine(
  args: readonly string[],
  world: CommandWorld,
): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === undefined || command === 'help' || args.includes('--help')) {
    say('command-line.usage').split('\n').forEach(world.print);
    return command === undefined ? exitCodes.unusable : exitCodes.done;
  }
  try {
    if (command !== 'run') throw new CannotRun(say('command-line.unknown-command', { command }));
    return await runCommand(rest, world);
  } catch (cause) {
    if (cause instanceof CannotRun) {
      cause.lines.forEach((line) => world.complain(harmless(line)));
      return exitCodes.unusable;
    }
    world.complain(say('runs.defect'));
    world.complain(harmless(cause instanceof Error ? cause.message : String(cause)));
    return exitCodes.failed;
  }
}
