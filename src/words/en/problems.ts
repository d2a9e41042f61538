/** The list of what is unfinished. */
export const problems = {
  button_one: '{{count}} thing to do',
  button_other: '{{count}} things to do',
  none: 'Nothing to do',
  title: 'To be finished',
  'none-text': 'Everything is filled in. Test the flow to see what happens.',
  flow: 'The flow',
  go: 'Go there',
  'fix-done': 'Done: {{what}}',
  hint: 'Hint',
  warning: 'Look at this',
  error: 'To do',
} as const satisfies Readonly<Record<string, string>>;
