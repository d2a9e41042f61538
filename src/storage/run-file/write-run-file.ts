import { exportFlow, type FindOperations, type Step } from '../../flow/index.ts';
import { writeJson, type Json } from '../../shared/index.ts';
import { maskSecrets } from './mask-secrets.ts';
import { runFormat, runFormatVersion, type WholeRun } from './run-file.ts';

/** The text of a run file. Secrets are masked; everything else of the data is as it was. */
export async function writeRunFile(
  run: WholeRun,
  catalog: FindOperations,
  savedAt: number,
): Promise<string> {
  const { row, state, steps } = run;
  const flow = await exportFlow({ ...run.flow, samples: [], tests: [] }, catalog);
  const { flow: _of, ...line } = row;
  const file = {
    format: runFormat,
    formatVersion: runFormatVersion,
    savedAt,
    run: line,
    state: maskSecrets(plain(state)),
    flow: { ...flow, steps: flow.steps.map(withoutSecrets) },
    steps: maskSecrets(plain(steps)),
  };
  return `${writeJson(plain(file), 1)}\n`;
}

/** What a person wrote into a step. Its shapes describe data and hold none. */
function withoutSecrets({ settings, slots, ...step }: Step): Step {
  return {
    ...step,
    settings: maskSecrets(plain(settings)),
    slots: maskSecrets(plain(slots)),
  } as Step; // masking changes texts only
}

/** Records, reports and documents are plain JSON; only their types say more. */
function plain(part: unknown): Json {
  return part as Json;
}
