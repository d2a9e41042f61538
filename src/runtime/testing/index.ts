/** The door for tests of other folders: flows in a few words, ports without a world. */
export {
  aFlow,
  field,
  fixed,
  group,
  testCatalog,
  testComponents,
  type FlowBuilder,
} from './a-flow.ts';
export { fakeClock, quiet, type FakeClock } from './fake-ports.ts';
export {
  answered,
  fakeService,
  rowsService,
  type FakeService,
  type Script,
} from './fake-service.ts';
