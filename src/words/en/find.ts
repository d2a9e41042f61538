/** Words of the place where everything is found. */
export const find = {
  title: 'Find anything',
  ask: 'Find a step, a field or a command',
  'ask-list': 'Find a flow, a template or a command',
  'kind-flow': 'Flows',
  'kind-template': 'Templates',
  'kind-step': 'Steps',
  'kind-group': 'Groups',
  'kind-note': 'Notes',
  'kind-field': 'Fields',
  'kind-component': 'Add a step',
  'kind-command': 'Commands',
  'field-in': 'Field of step {{number}}, {{step}}',
  'field-out': 'Given by step {{number}}, {{step}}',
  'step-beside': '{{number}} · {{what}}',
  none: 'Nothing fits “{{text}}”.',
  count: '{{count}} found',
} as const satisfies Readonly<Record<string, string>>;
