import { runTool } from './run-program.mjs';

const lint = await runTool('eslint/bin/eslint.js', ['--fix', '.'], { show: true });
const format = await runTool('prettier/bin/prettier.cjs', ['--write', '--log-level', 'warn', '.'], {
  show: true,
});
process.exit(lint.code === 0 && format.code === 0 ? 0 : 1);
