export * from './contract.ts';
export {
  type CodeAnswer,
  type CodeAsk,
  type CodePort,
  type HostPorts,
  type ServicePort,
  type StepKey,
} from './ports.ts';
export type { RunCatalog } from './plan/plan-run.ts';
export { runFlow } from './run-flow.ts';
export { createMemoryPorts, type MemoryPorts, type MemoryPortsOptions } from './memory-ports.ts';
export { mostTestMessages, recordTest } from './expectations/record-test.ts';
export { runTest } from './expectations/run-test.ts';
export { KeptRecords } from './kept-records.ts';
export {
  fireOn,
  type CallAnswer,
  type Firing,
  type FiringWorld,
  type Listener,
  type ReceivedCall,
  type TakeCall,
} from './start/fire-on.ts';
export { nextTimes } from './start/next-times.ts';
