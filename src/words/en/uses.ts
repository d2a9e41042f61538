/** What is said about the fields that use something, before it goes or changes. */
export const uses = {
  'delete-step': 'Delete “{{name}}”?',
  'delete-steps_one': 'Delete {{count}} step?',
  'delete-steps_other': 'Delete {{count}} steps?',
  'of-step_one': '{{count}} field of another step is filled with its data:',
  'of-step_other': '{{count}} fields of other steps are filled with its data:',
  'of-field_one': '{{count}} field uses “{{field}}”:',
  'of-field_other': '{{count}} fields use “{{field}}”:',
  stay_one: 'It stays as it is, marked red, until you give it other data.',
  stay_other: 'They stay as they are, marked red, until you give them other data.',
  keep: 'Keep it',
  delete: 'Delete',
  'remove-anyway': 'Remove it',
} as const satisfies Readonly<Record<string, string>>;
