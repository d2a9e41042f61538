/** The flow told in sentences: in its panel, to a screen reader, on paper. */
export const reading = {
  open: 'Read the flow',
  also: 'description in words explain print paper text',
  title: 'The flow in words',
  list: 'What the flow does, step by step',
  print: 'Print',
  'print-text': 'On paper: a picture of the flow, these sentences and its notes.',
  'of-step': '{{number}} · {{step}}',
  more_one: 'And {{count}} more step: “Read the flow” tells all.',
  more_other: 'And {{count}} more steps: “Read the flow” tells all.',
  groups: 'Groups',
  'group-of': '“{{group}}”: {{steps}}',
  notes: 'Notes',
  'as-of': 'As of {{date}}',
} as const satisfies Readonly<Record<string, string>>;
