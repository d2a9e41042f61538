export {
  startSandbox,
  type RunningService,
  type Sandbox,
  type SandboxOptions,
} from './start-sandbox.ts';
export type { SampleService } from './sample-service.ts';
export {
  createHostKey,
  fingerprintOfHostKey,
  isHostKey,
  sampleFilesPassword,
  sampleFilesUser,
  sendAtOnce,
  startFileServer,
  type FileServer,
  type FileServerOptions,
} from './file-server.ts';
