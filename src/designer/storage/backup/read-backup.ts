/**
 * A file becomes a backup that can be looked at, or a sentence about why not.
 *
 * 1. Nothing is kept, run or evaluated; what the file holds is only checked.
 * 2. It is read line by line: what is no backup is refused at its first line, however large it is.
 * 3. A file that was cut, a line that is none, a newer format: each is told, with the line.
 */
import { parseFlow, scanBrackets, type Flow } from '../../../flow/index.ts';
import {
  failure,
  isJsonObject,
  parseJson,
  success,
  writeJson,
  type Json,
  type Result,
  type Wording,
} from '../../../shared/index.ts';
import { keptKeysOf } from '../../../runtime/contract.ts';
import {
  isTest,
  type CheckpointRow,
  type JournalRow,
  type SampleRow,
  type TestRow,
} from '../../../storage/index.ts';
import type { RemovedFlow } from '../flow-storage.ts';
import {
  backupFormat,
  backupFormatVersion,
  backupLimits,
  headSchema,
  lineSchemas,
  type AccountInBackup,
  type Backup,
  type BackupLimits,
  type LineKind,
  type RunInBackup,
} from './backup-file.ts';
import { withSoundHistory } from './sound-history.ts';

const longestHead = 64 * 1024;
/** Deeper data than any service gives, shallow enough for every reader after this one. */
const deepestAccepted = 500;

export async function readBackup(
  file: Blob,
  limits: BackupLimits = backupLimits,
): Promise<Result<Backup, Wording>> {
  if (file.size === 0) return no('empty');
  if (file.size > limits.bytes) return no('too-big', { size: megabytes(file.size) });
  const reading = new Reading();
  for await (const line of linesOf(file, limits.line)) {
    const trouble = line === undefined ? no('line-too-long') : reading.take(line);
    if (trouble?.ok === false) return trouble;
  }
  return reading.end();
}

class Reading {
  #line = 0;
  #savedAt: number | undefined;
  #isOver = false;
  readonly #flows: RemovedFlow[] = [];
  /** What its changes, checkpoints and tests come behind. */
  #open: OpenFlow | undefined;
  readonly #samples: SampleRow[] = [];
  readonly #accounts: AccountInBackup[] = [];
  readonly #runs: RunInBackup[] = [];

  take(text: string): Result<never, Wording> | undefined {
    this.#line += 1;
    const { deepest, isOpen } = scanBrackets(text);
    const json = deepest > deepestAccepted ? undefined : parseJson(text);
    const value = json?.ok === true ? json.value : undefined;
    if (this.#savedAt === undefined) return this.#begin(value);
    if (this.#isOver) return this.#broken();
    if (value === undefined) return isOpen ? no('cut', { line: this.#line }) : this.#broken();
    if (!isJsonObject(value)) return this.#broken();
    const [kind, ...others] = Object.keys(value);
    if (kind === undefined || others.length > 0) return this.#broken();
    if (!partKinds.has(kind)) this.#closeFlow();
    const content = value[kind];
    if (kind === 'end') return this.#close(content);
    // What a newer program of the same format adds is left where it is.
    if (!Object.hasOwn(lineSchemas, kind) || content === undefined) return undefined;
    return this.#add(kind as LineKind, content); // its own key
  }

  end(): Result<Backup, Wording> {
    if (this.#savedAt === undefined) return no('empty');
    if (!this.#isOver) return no('cut', { line: this.#line });
    return success({
      savedAt: this.#savedAt,
      flows: this.#flows,
      samples: this.#samples,
      accounts: this.#accounts,
      runs: this.#runs,
    });
  }

  #begin(value: Json | undefined): Result<never, Wording> | undefined {
    if (value === undefined || !isJsonObject(value)) return no('unknown');
    if (value['format'] === 'footbridge.flow') return no('is-flow');
    if (value['format'] === 'footbridge.run') return no('is-run');
    if (value['format'] !== backupFormat) return no('unknown');
    const head = headSchema.safeParse(value);
    if (!head.success) return this.#broken();
    const { formatVersion: version, savedAt } = head.data;
    if (version > backupFormatVersion) return no('newer', { version, known: backupFormatVersion });
    this.#savedAt = savedAt;
    return undefined;
  }

  #close(content: Json | undefined): Result<never, Wording> | undefined {
    const lines = isJsonObject(content ?? null) ? (content as Record<string, Json>)['lines'] : 0;
    if (lines !== this.#line) return no('cut', { line: this.#line });
    this.#isOver = true;
    return undefined;
  }

  #add(kind: LineKind, content: Json): Result<never, Wording> | undefined {
    if (!lineSchemas[kind].safeParse(content).success) return this.#broken();
    // The schema has just said so; the content itself is kept because the schema's copy costs time.
    const checked: unknown = content;
    switch (kind) {
      case 'flow':
        return this.#openFlow(checked as RemovedFlow);
      case 'change':
      case 'checkpoint':
      case 'test':
        return this.#addPart(kind, checked as PartRow);
      case 'sample':
        this.#samples.push(checked as SampleRow);
        return undefined;
      case 'account':
        this.#accounts.push(checked as AccountInBackup);
        return undefined;
      case 'run':
        // A run of a flow that this version cannot read could not be looked at.
        if (documentIn((checked as RunInBackup).content.flow) !== undefined)
          this.#runs.push(checked as RunInBackup);
        return undefined;
    }
  }

  #openFlow(stored: RemovedFlow): Result<never, Wording> | undefined {
    const flow = documentIn(stored.flow);
    const isTwice = this.#flows.some((other) => other.flow.id === flow?.id);
    if (flow === undefined || isTwice || !isAllOf(flow.id, stored)) return this.#broken();
    const open = { stored: { ...stored, flow }, journal: [], checkpoints: [], tests: [] };
    this.#open = open;
    // A file of version 1 has them in the flow's own line.
    for (const row of stored.journal) addPart(open, 'change', row);
    for (const row of stored.checkpoints) addPart(open, 'checkpoint', row);
    for (const row of stored.tests) addPart(open, 'test', row);
    return undefined;
  }

  #addPart(kind: PartKind, row: PartRow): Result<never, Wording> | undefined {
    const open = this.#open;
    // Nothing of another flow hides among what belongs to this one.
    if (open === undefined || row.flow !== open.stored.flow.id) return this.#broken();
    addPart(open, kind, row);
    return undefined;
  }

  #closeFlow(): void {
    if (this.#open === undefined) return;
    const { stored, ...parts } = this.#open;
    this.#flows.push(withSoundHistory({ ...stored, ...parts }));
    this.#open = undefined;
  }

  #broken(): Result<never, Wording> {
    return no('broken', { line: this.#line });
  }
}

type PartRow = JournalRow | CheckpointRow | TestRow;
type PartKind = 'change' | 'checkpoint' | 'test';
const partKinds: ReadonlySet<string> = new Set([
  'change',
  'checkpoint',
  'test',
] satisfies PartKind[]);

interface OpenFlow {
  readonly stored: RemovedFlow;
  readonly journal: JournalRow[];
  readonly checkpoints: CheckpointRow[];
  readonly tests: TestRow[];
}

/** What this version cannot read of it is left out. */
function addPart(open: OpenFlow, kind: PartKind, row: PartRow): void {
  // The kind says which row it is: its schema has been asked.
  switch (kind) {
    case 'change':
      open.journal.push(row as JournalRow);
      return;
    case 'checkpoint': {
      const checkpoint = row as CheckpointRow;
      const content = documentIn(checkpoint.content);
      if (content !== undefined) open.checkpoints.push({ ...checkpoint, content });
      return;
    }
    case 'test': {
      const test = row as TestRow;
      if (isTest(test.test as unknown as Json)) open.tests.push(test);
    }
  }
}

/** Nothing of another flow hides among what belongs to this one. */
function isAllOf(id: string, stored: RemovedFlow): boolean {
  const { summary, head, filing, bindings, shelves, tests, journal, checkpoints } = stored;
  const beside = [head, filing].filter((row) => row !== undefined);
  const rows = [...beside, ...bindings, ...shelves, ...tests, ...journal, ...checkpoints];
  return (
    summary.id === id &&
    rows.every(({ flow }) => flow === id) &&
    stored.memories.every(({ key }) => key.startsWith(keptKeysOf(id)))
  );
}

/** As its own reader reads it: an older document becomes one of today. */
function documentIn(content: unknown): Flow | undefined {
  const read = parseFlow(writeJson(content as Json));
  return read.ok ? read.value : undefined;
}

/** Without the line ends; undefined for a line that is too long. The first line is short. */
async function* linesOf(file: Blob, longest: number): AsyncGenerator<string | undefined> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  let most = Math.min(longest, longestHead);
  const tooLong = () => (most === longest ? undefined : 'no backup');
  for (;;) {
    const { done, value } = await reader.read();
    const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
    const [first = '', ...others] = text.split('\n');
    for (const next of [first, ...others].slice(0, others.length)) {
      if (length + next.length > most) return yield tooLong();
      yield [...begun, next].join('');
      most = longest;
      begun = [];
      length = 0;
    }
    const rest = others.at(-1) ?? first;
    begun.push(rest);
    length += rest.length;
    if (length > most) return yield tooLong();
    if (!done) continue;
    const last = begun.join('');
    if (last.trim() !== '') yield last;
    return;
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

function no(code: string, params: Wording['params'] = {}): Result<never, Wording> {
  return failure({ code: `workspace.file-${code}`, params });
}
