/** Several steps at once: copied, put down, moved. */
export const arranging = {
  duplicate_one: 'Duplicate step',
  duplicate_other: 'Duplicate {{count}} steps',
  copy_one: 'Copy step',
  copy_other: 'Copy {{count}} steps',
  cut_one: 'Cut step',
  cut_other: 'Cut {{count}} steps',
  paste: 'Paste steps',
  'switch-off': 'Switch off {{count}} steps',
  'switch-on': 'Switch on {{count}} steps',
  duplicated_one: 'A copy of the step is beside it.',
  duplicated_other: 'Copies of {{count}} steps are beside them.',
  copied_one: '{{count}} step is copied. Paste it here, into another flow or in another window.',
  copied_other:
    '{{count}} steps are copied. Paste them here, into another flow or in another window.',
  'copied-without': 'Keys and passwords in them stay here.',
  'copy-refused': 'The browser did not allow copying. Press {{keys}} on the flow instead.',
  'paste-refused': 'The browser did not show what is copied. Press {{keys}} on the flow instead.',
  'paste-nothing':
    'No steps are copied. Choose steps on a flow and copy them first; a flow in a file can be imported.',
  'paste-broken':
    'What is copied looks like steps, but cannot be read. {{why}} Copy the steps once more.',
  'keys-copy': 'Ctrl+C (⌘C)',
  'keys-paste': 'Ctrl+V (⌘V)',
  pasted_one: '{{count}} step is pasted.',
  pasted_other: '{{count}} steps are pasted.',
  'pasted-accounts_one': '{{count}} needs an account: connect it.',
  'pasted-accounts_other': '{{count}} need an account: connect them.',
  'pasted-refs_one':
    'In {{count}} place they use data of a step that is not here: choose other data.',
  'pasted-refs_other':
    'In {{count}} places they use data of steps that are not here: choose other data.',
} as const satisfies Readonly<Record<string, string>>;
