import { runChecks } from './stages.mjs';

const { failed } = await runChecks({ keepGoing: false });
process.exit(failed === 0 ? 0 : 1);
