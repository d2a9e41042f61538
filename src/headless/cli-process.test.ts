import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunEvent } from '../runtime/contract.ts';
import { aDesk, type Desk, type Said } from './testing/command-line.ts';
import { everyCustomerToNewsletter } from './testing/exported-flow.ts';

const top = join(import.meta.dirname, '../..');
let desk: Desk;
let built: string;

beforeAll(async () => {
  desk = await aDesk();
  await desk.write('flow.json', await everyCustomerToNewsletter());
  await mkdir(join(top, 'dist'), { recursive: true });
  // Inside the project, where the built form finds its packages.
  built = await mkdtemp(join(top, 'dist', '.cli-test-'));
  const vite = [join(top, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'];
  const done = await ran([...vite, '--ssr', 'src/headless/cli.ts', '--outDir', built], top);
  expect(done).toMatchObject({ code: 0 });
}, 60_000);
afterAll(async () => {
  await desk.close();
  await rm(built, { recursive: true, force: true });
});

interface Process extends Said {
  readonly signal: NodeJS.Signals | null;
}

/** Runs Node to its end; `onLine` sees what it prints meanwhile, and may end it. */
function ran(
  args: readonly string[],
  cwd: string,
  onLine: (line: string, end: (signal: NodeJS.Signals) => void) => void = () => undefined,
  closes?: 'stderr',
): Promise<Process> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', ...desk.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (closes !== undefined) child[closes].destroy();
    const texts = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      const seen = texts.out.split('\n').length - 1;
      texts.out += chunk.toString();
      for (const line of texts.out.split('\n').slice(seen, -1))
        onLine(line, (signal) => child.kill(signal));
    });
    child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
    child.once('close', (code, signal) => {
      resolve({ code: code ?? -1, signal, out: linesOf(texts.out), err: linesOf(texts.err) });
    });
  });
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

/** `scripts/footbridge.mjs` with the command line built above. */
function footbridge(
  args: readonly string[],
  onLine?: Parameters<typeof ran>[2],
  { closes, ...more }: { readonly stuckSeconds?: number; readonly closes?: 'stderr' } = {},
) {
  const where = {
    folder: desk.folder,
    catalogDir: join(top, 'components-catalog'),
    ...more,
  };
  const story = [
    `import { runAsProcess } from '${pathToFileURL(join(top, 'scripts/run-command-line.mjs')).href}';`,
    `import { runCommandLine } from '${pathToFileURL(join(built, 'cli.js')).href}';`,
    `await runAsProcess(runCommandLine, ${JSON.stringify(where)});`,
  ];
  // Node takes the place of the script's name out of what follows `--`.
  return ran(
    ['--input-type=module', '-e', story.join('\n'), '--', 'footbridge', ...args],
    desk.folder,
    onLine,
    closes,
  );
}

it('runs an exported flow as a process of its own, and ends with how it went', async () => {
  const said = await footbridge(['run', 'flow.json', '--first', '3', '--yes']);
  expect(said.out.at(-1)).toMatch(/^Done: 3 in, 2 done, 1 refused in /);
  expect(said).toMatchObject({ code: 1, signal: null, err: [] });
}, 20_000);

it('runs a person’s function from the built form, in its sandbox', async () => {
  const code = await everyCustomerToNewsletter((flow) => ({
    ...flow,
    steps: flow.steps.map((step) =>
      step.id === 'customers'
        ? step
        : {
            id: 'subscriber',
            name: 'Function',
            component: 'catalog:code',
            componentVersion: '1.0.0',
            operation: 'run',
            settings: { code: 'if (input.n === 2) throw new Error("not two"); return input;' },
            slots: {
              input: {
                kind: 'object',
                props: { n: { kind: 'literal', value: 2 } },
              },
            },
            onFailure: 'skip',
          },
    ),
  }));
  await desk.write('code.json', code);
  const said = await footbridge(['run', 'code.json', '--first', '1']);
  expect(said.out.join('\n')).toContain('not two');
  expect(said).toMatchObject({ code: 1, signal: null });
}, 20_000);

it('is ended with a sentence where a formula does not come to its end', async () => {
  // Short to make, and compared each with each in one piece: formulas of many pieces are ended by a limit of their own.
  const endless = '$count($distinct([1..100000].{"n": $, "m": [$]}))';
  const flow = await everyCustomerToNewsletter((template) => ({
    ...template,
    steps: template.steps.map((step) =>
      step.id === 'customers'
        ? step
        : {
            id: 'subscriber',
            name: 'Compare',
            component: 'catalog:set-values',
            componentVersion: '1.0.0',
            operation: 'set',
            settings: {},
            slots: {
              input: {
                kind: 'object',
                props: {
                  found: {
                    kind: 'formula',
                    lang: 'jsonata',
                    text: endless,
                    refs: {},
                    result: 'single',
                  },
                },
              },
            },
          },
    ),
  }));
  await desk.write('endless.json', flow);
  const said = await footbridge(['run', 'endless.json', '--first', '1'], undefined, {
    stuckSeconds: 3,
  });
  expect(said, said.out.join('\n')).toMatchObject({
    signal: 'SIGKILL',
    err: [expect.stringContaining('A formula of this flow does not come to its end')],
  });
}, 30_000);

it('at Ctrl+C says what became of every step, and ends with 130', async () => {
  desk.sandbox.reset();
  const said = await footbridge(['run', 'flow.json', '--yes', '--json'], (line, end) => {
    if (line.includes('"step.started","step":"subscriber"')) end('SIGINT');
  });
  expect(said).toMatchObject({ code: 130, signal: null });
  const events = said.out.map((line) => JSON.parse(line) as RunEvent);
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', status: 'cancelled' });
  const finished = events.flatMap((event) => (event.type === 'step.finished' ? [event.step] : []));
  expect(finished.sort()).toEqual(['customers', 'subscriber']);
}, 20_000);

it.runIf(process.platform !== 'win32')(
  'stops in good order when nobody reads its words any more',
  async () => {
    desk.sandbox.reset();
    const said = await footbridge(['run', 'flow.json', '--yes', '--json'], undefined, {
      closes: 'stderr',
    });
    expect(said).toMatchObject({ code: 130, signal: null });
    const events = said.out.map((line) => JSON.parse(line) as RunEvent);
    expect(events.at(-1)).toMatchObject({ type: 'run.finished', status: 'cancelled' });
  },
  20_000,
);
