/** What an open flow asks of the browser's store: one file that comes after the first view. */
export { loadSamples, loadShelves, loadTests } from '../../storage/contract.ts';
export { listBindings } from '../storage/credential-storage.ts';
export { keepAutomatic, lastCheckpointAt } from '../storage/checkpoint-storage.ts';
export {
  appendToJournal,
  claimFlow,
  loadFlow,
  loadJournalAfter,
  saveFlow,
} from '../storage/flow-storage.ts';
export { keepUnsaved, takeUnsaved } from '../storage/unsaved.ts';
export { fetchLookedAt } from './fetch-samples.ts';
