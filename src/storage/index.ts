export { Database } from './database.ts';
export type { RunContentRow } from './rows.ts';
export { clearSamples } from './clear-samples.ts';
export { keepRun, loadRecords, loadRun, type RunToKeep } from './run-storage.ts';
export { mask, maskSecrets } from './run-file/mask-secrets.ts';
export { readRunFile } from './run-file/read-run-file.ts';
export { runFileSchema, type WholeRun } from './run-file/run-file.ts';
export { writeRunFile } from './run-file/write-run-file.ts';
export * from './contract.ts';
