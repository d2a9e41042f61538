/** Earlier runs: the list, looking at one, running again, and a run as a file. */
export const earlier = {
  title: 'Earlier runs',
  open: 'Earlier runs',
  back: 'Back',
  'back-to-last': 'Back to the last run',
  none: 'No run of this flow is kept yet. Each test is kept here when it is over.',
  'look-at': 'Look at the run from {{when}}: {{asked}}. {{status}}. {{counts}}',
  'looking-at': 'Earlier run ({{when}}), look only',
  'looking-at-file': 'Run from a file ({{when}}), look only',
  delete: 'Delete the run from {{when}}',
  'delete-all': 'Delete all',
  'delete-all-title': 'Delete all earlier runs of this flow?',
  'delete-all-text':
    'What went in and came out of them is gone then. The flow and its samples stay.',
  deleted: 'The run is deleted.',
  gone: 'This run is no longer kept.',
  'not-kept': 'The last run is not kept here. {{why}}',
  'is-cut': 'This run was large: the first and the last messages of each step are kept.',
  'kept-here':
    'Runs are kept in this browser only, with their data. The oldest go when they take more than 200 MB.',

  'asked-flow': 'Whole flow',
  'asked-up-to': 'Up to “{{step}}”',
  'asked-only': 'Only “{{step}}”',
  'asked-from': 'From “{{step}}” on',
  'asked-first_one': 'with {{count, number}}',
  'asked-first_other': 'with {{count, number}}',
  'by-itself': 'started by itself',
  'by-same-data': 'with the same data',
  'by-refused': 'only what was refused',

  'again-same': 'Run again with the same data',
  'again-same-help':
    'The first step is not asked again: what it gave then is used. What would be sent is shown first, as always.',
  'again-same-part':
    'The first step is not asked again: the {{count, number}} of {{total, number}} messages that are kept are used. What would be sent is shown first, as always.',

  'save-file': 'Save as a file',
  'save-title': 'Save this run as a file',
  'save-text':
    'For whoever helps you: they can look at the run just as you see it here, without access to your services.',
  'save-holds': 'The file holds',
  'save-flow': 'the flow as it ran: “{{name}}”, {{count, number}} steps',
  'save-messages_one':
    '{{count, number}} message: what went in, what was sent, what came back and what came out',
  'save-messages_other':
    '{{count, number}} messages: what went in, what was sent, what came back and what came out',
  'save-personal':
    'That is real data, also of persons: names, addresses, whatever your services gave. Send it only to somebody who may see it.',
  'save-secrets':
    'Keys and passwords of your accounts are never in it. Fields that are called so are masked too.',
  'save-now': 'Save file',
  saved: 'Saved as {{file}}.',
  'save-failed': 'The run could not be written. It may no longer be kept.',

  'open-file': 'Look at a run file',
  'file-title': 'A run from a file',
  'file-of': '“{{flow}}”, run of {{when}}',
  'file-text':
    'You look at what happened elsewhere. Nothing is run or sent, and nothing of it is kept in this browser.',
  'file-failed': 'This file cannot be shown',
  'file-empty': 'The file is empty. Ask for it again.',
  'file-too-deep': 'The file is nested deeper than any run is. It was not made by Footbridge.',
  'file-too-big': 'The file is {{size}} large. Files up to 200 MB can be looked at.',
  'file-not-json':
    'This is no run file: line {{line, number}}, column {{column, number}} is not what it should be. It may be cut off; ask for it again.',
  'file-unknown':
    'This is no run file of Footbridge. Such a file is saved at a run, under “Save as a file”.',
  'file-is-flow': 'This is a flow, not a run. Import it with “Import a flow”.',
  'file-newer':
    'This file was made by a newer Footbridge (format {{version, number}}; this one reads up to {{known, number}}). Update Footbridge, or ask for the file in the older format.',
  'file-broken': 'The file is damaged at “{{where}}”. Ask for it again.',

  changes: 'What changed',
  'changes-since': 'Since the run before, from {{when}}',
  'changes-none': 'Nothing: it is exactly as in the run before.',
  'changes-no-before': 'There is no earlier run to compare with: this step had no messages in one.',
  'changes-wait': 'Comparing…',
  'changes-added_one': '{{count, number}} added',
  'changes-added_other': '{{count, number}} added',
  'changes-removed_one': '{{count, number}} gone',
  'changes-removed_other': '{{count, number}} gone',
  'changes-changed_one': '{{count, number}} changed',
  'changes-changed_other': '{{count, number}} changed',
  'changes-same_one': '{{count, number}} the same',
  'changes-same_other': '{{count, number}} the same',
  'changes-by': 'Matched by “{{field}}”.',
  'changes-by-place': 'Matched by their order.',
  'changes-part': 'Not all messages are kept: those that are, are compared.',
  'changes-first': 'The first {{count, number}} are shown.',
  'changes-more-fields_one': 'and {{count, number}} more field',
  'changes-more-fields_other': 'and {{count, number}} more fields',
  'change-added': 'Added',
  'change-removed': 'Gone',
  'change-changed': 'Changed',
  'change-nothing': 'nothing',
  'change-to': 'became',
  'changes-failed': 'The runs could not be compared.',
} as const satisfies Readonly<Record<string, string>>;
