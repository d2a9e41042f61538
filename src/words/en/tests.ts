/** Tests of a flow, recorded from runs: keeping, running, and what is not as it was. */
export const tests = {
  title: 'Tests of this flow',
  text: 'A test is a run that you kept. It runs again on the answers that services gave then: nobody is called and nothing is sent.',
  none: 'No test yet',
  'none-text':
    'Test the flow with a few entries. When the run is as it should be, keep it as a test.',
  open: 'Tests of this flow…',
  'keep-run': 'Keep this run as a test',
  'keep-run-short': 'Keep as test',
  'default-name': 'Test {{number, number}}',
  name: 'Name of the test',
  'run-all': 'Run all tests',
  running: 'Running…',
  stopped: 'Stopped. What ran before is told below.',
  'all-passed_one': 'The test passed.',
  'all-passed_other': 'All {{count, number}} tests passed.',
  'some-failed': '{{failed, number}} of {{count, number}} found something that is not as it was.',
  passed: 'Passed',
  'not-run': 'Not run yet',
  differs_one: '{{count, number}} difference',
  differs_other: '{{count, number}} differences',
  kept: 'kept {{when}}',
  steps_one: '{{count, number}} step',
  steps_other: '{{count, number}} steps',
  delete: 'Delete the test “{{name}}”',
  deleted: 'The test “{{name}}” is deleted.',
  'how-alike': 'How alike each step must be',
  'mode-exact': 'Exactly the same',
  'mode-except': 'The same, but some fields may differ',
  'mode-shape': 'The same fields, any values',
  'except-none': 'None yet. Say so at a difference.',
  'except-these': 'May differ: {{fields}}',
  'may-differ': 'This may differ',
  accept: 'This is right: expect it now',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  'sent-differs':
    'Message {{message, number}} sends “{{got}}” as “{{field}}”; expected was “{{expected}}”.',
  'sent-new': 'Message {{message, number}} sends “{{got}}” as “{{field}}”; it was not sent before.',
  'sent-missing':
    'Message {{message, number}} no longer sends “{{field}}”; expected was “{{expected}}”.',
  'gave-differs':
    'Message {{message, number}} has “{{got}}” as “{{field}}”; expected was “{{expected}}”.',
  'gave-new':
    'Message {{message, number}} has “{{got}}” as “{{field}}”, which was not there before.',
  'gave-missing':
    'Message {{message, number}} no longer has “{{field}}”; expected was “{{expected}}”.',
  address: 'Message {{message, number}} would go to “{{got}}”; expected was “{{expected}}”.',
  way: 'Message {{message, number}} goes to “{{got}}”; expected was “{{expected}}”.',
  'no-way': 'nowhere',
  'became-done': 'Message {{message, number}} gets through; it did not when the test was kept.',
  'became-held': 'Message {{message, number}} gets through; it did not when the test was kept.',
  'became-refused': 'Message {{message, number}} is refused.',
  'became-dropped':
    'Message {{message, number}} is left out; it got through when the test was kept.',
  'became-cancelled': 'Message {{message, number}} was not worked on.',
  count: '{{got, number}} messages come here; expected were {{expected, number}}.',
  others_one: '{{count, number}} other message comes here than in the kept run.',
  others_other: '{{count, number}} other messages come here than in the kept run.',
  'no-answer_one':
    '{{count, number}} message asks for something that was not asked in the kept run. Keep a new run as a test.',
  'no-answer_other':
    '{{count, number}} messages ask for something that was not asked in the kept run. Keep a new run as a test.',
  gone: '“{{name}}” is no longer in the flow.',
  whole: 'the whole message',
  'each-entry': 'each entry',
  empty: 'empty',
  'not-kept': 'The test could not be kept in this browser. It stays until you close the page.',
  'cannot-nothing-ran': 'This run is no longer there. Test again, then keep it.',
  'cannot-stopped': 'This run was stopped before its end. Only a whole run can be a test.',
  'cannot-invented':
    'Answers in this run are invented, because something was not sent. Send it, then keep that run.',
  'cannot-too-many': 'This run is too long for a test. Test with 5 entries and keep that run.',
  'cannot-reads-file':
    'A step of this run read a file that was passed on, and a test keeps no files. Have the file read as text, and keep that run.',
  'cannot-too-big':
    'The data of this run is too big for a test. Test with 1 entry and keep that run.',
} as const satisfies Readonly<Record<string, string>>;
