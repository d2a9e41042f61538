export { createCrm, crmSampleKey } from './crm.ts';
export { createNewsletter, newsletterSampleKey } from './newsletter.ts';
export {
  startSandbox,
  usualPorts,
  type RunningService,
  type Sandbox,
  type SandboxOptions,
} from './start-sandbox.ts';
export type { SampleService } from './sample-service.ts';
