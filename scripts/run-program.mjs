import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * Runs a program to its end and keeps what it wrote. Never rejects: a program that cannot start has code 127.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean, timeLimitMs?: number, env?: Record<string, string>, isBeside?: boolean }} [options] `show` passes its
 *   words through; `isBeside`: it gets what other programs leave of the processor.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
export function runProgram(program, args, options = {}) {
  // Its own process group, so that a time limit ends its children too (a browser download has some).
  const inGroup = process.platform !== 'win32' && options.timeLimitMs !== undefined;
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(program, args, {
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      detached: inGroup,
    });
    if (options.isBeside && child.pid !== undefined)
      setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const end = () => {
      if (child.pid === undefined) return;
      if (inGroup) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    };
    const timer =
      options.timeLimitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            end();
          }, options.timeLimitMs);
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}\n`, timedOut });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output, timedOut });
    });
  });
}

/**
 * Runs a tool of the project with the Node that runs this script; no shell, no `npx`, the same on every system.
 *
 * @param {string} script path below node_modules, such as `vite/bin/vite.js`
 * @param {readonly string[]} args
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export function runTool(script, args, options) {
  return runProgram(process.execPath, [`node_modules/${script}`, ...args], options);
}
