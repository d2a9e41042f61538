/** The door for tests of other folders: flows in a few words, ports without a world. */
export {
  aFlow,
  field,
  fixed,
  group,
  testCatalog,
  testComponents,
  type FlowBuilder,
} from './testing/a-flow.ts';
export {
  fakeClock,
  fakePorts,
  fakeStart,
  quiet,
  type FakeClock,
  type FakePorts,
} from './testing/fake-ports.ts';
export {
  answered,
  fakeService,
  rowsService,
  unanswered,
  type FakeService,
  type Script,
} from './testing/fake-service.ts';
