import { runChecks } from './stages.mjs';

const { failed } = await runChecks();
process.exit(failed === 0 ? 0 : 1);
