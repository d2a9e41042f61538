/** The list of what is unfinished. */
export const problems = {
  button_one: '{{count}} thing to do',
  button_other: '{{count}} things to do',
  none: 'Nothing to do',
  title: 'To be finished',
  'none-text': 'Everything is filled in. Test the flow to see what happens.',
  flow: 'The flow',
  'not-connected': 'Connect “{{step}}”: this browser has no key for it yet.',
  'of-step': '{{number}} · {{step}}',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  'fix-done': 'Done: {{what}}',
  hint: 'Hint',
  warning: 'Look at this',
  error: 'To do',
} as const satisfies Readonly<Record<string, string>>;
