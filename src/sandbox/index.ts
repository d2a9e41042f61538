export {
  startSandbox,
  type RunningService,
  type Sandbox,
  type SandboxOptions,
} from './start-sandbox.ts';
export type { SampleService } from './sample-service.ts';
