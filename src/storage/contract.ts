/** The store's light door: the shapes of what is kept and what reads them, without the library that keeps it. */
export type { Database } from './database.ts';
export type {
  BindingRow,
  CheckpointRow,
  CredentialRow,
  FilingRow,
  FlowRow,
  FlowSummary,
  GivenToRun,
  HistoryEntry,
  HistoryRow,
  JournalChange,
  JournalHead,
  JournalRow,
  MemoryRow,
  RunRecordsRow,
  SampleRow,
  TestRow,
  SampleShelf,
  ShelfRow,
  ShelfSample,
  RunAsked,
  RunRow,
} from './rows.ts';
export {
  currentSample,
  keepContents,
  keepSample,
  loadSample,
  loadSamples,
  type StepSample,
} from './sample-storage.ts';
export { freeRoom } from './free-room.ts';
export { renewSeal, type RenewedSeal } from './renew-seal.ts';
export { keepShelf, loadShelves } from './shelf-storage.ts';
export { isTest, testsIn } from './read-tests.ts';
export { keepTest, loadTests, removeTest } from './test-storage.ts';
export { historyRoom, keepHistoryRoom } from './history-room.ts';
export { historyLimits, sampleLimits, sampleTravels } from './limits.ts';
export { lastRuns, listRuns, removeRun, removeRunsOf } from './run-storage.ts';
export { storageFailure } from './storage-failure.ts';
export { databaseName, databaseVersion } from './stored-shape.ts';
