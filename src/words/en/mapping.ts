import { mappingFormulas } from './mapping-formulas.ts';
import { mappingOffers } from './mapping-offers.ts';

/** What mappings say: kinds of values, problems, failures of a run, conditions. */
export const mapping = {
  ...mappingFormulas,
  ...mappingOffers,

  // Kinds of values, used inside sentences.
  'kind-text': 'a text',
  'kind-number': 'a number',
  'kind-whole-number': 'a whole number',
  'kind-yes-no': 'yes or no',
  'kind-list': 'a list',
  'kind-group': 'a group of fields',
  'kind-date': 'a date',
  'kind-date-time': 'a date with a time',
  'kind-email': 'an e-mail address',
  'kind-address': 'a web address',
  'kind-unique-id': 'a unique ID',
  'kind-file': 'a file to pass on',
  'kind-nothing': 'always empty',
  'kind-anything': 'anything',
  'kind-several': 'of several kinds',

  // Problems before a run.
  'required-unbound': 'Fill in “{{field}}”: it is needed.',
  reader: '“{{field}}”',
  'reader-none': 'This',
  'reader-inside': '“{{field}}”',
  'reader-inside-none': 'this',
  'unknown-source':
    '$t(mapping.reader-{{of}}) uses “{{source}}” from a step that is not before this one. Choose a field of an earlier step.',
  'unknown-path':
    '$t(mapping.reader-{{of}}) uses “{{source}}”, which “{{step}}” does not have. Choose another field.',
  'list-needs-choice':
    '“{{part}}” is a list. Say which entry $t(mapping.reader-inside-{{of}}) takes, or take all of them.',
  'not-a-list': '$t(mapping.reader-{{of}}) needs a list here, and “{{source}}” is not one.',
  'not-a-group':
    '$t(mapping.reader-{{of}}) looks for a field inside “{{part}}”, and there is none.',
  'no-such-entry': '“{{part}}” has no entry at this position. Choose another one.',
  'sometimes-other-kind':
    '“{{part}}” is not always $t(mapping.kind-{{wanted}}). When it is not, “{{source}}” is not found in it.',
  'kind-impossible':
    '“{{field}}” needs $t(mapping.kind-{{wanted}}), and “{{source}}” is $t(mapping.kind-{{given}}). Choose another field.',
  'kind-convertible':
    '“{{field}}” needs $t(mapping.kind-{{wanted}}), and “{{source}}” is $t(mapping.kind-{{given}}). Choose how to turn it.',
  'kind-varies':
    '“{{source}}” is sometimes not $t(mapping.kind-{{wanted}}), which “{{field}}” needs.',
  'list-into-single': '“{{source}}” is a list, and “{{field}}” takes one value. Choose which.',
  'single-into-list': '“{{field}}” takes a list, and “{{source}}” is one value.',
  'entries-convertible':
    'Each entry of “{{field}}” has to be $t(mapping.kind-{{wanted}}); those of “{{source}}” are $t(mapping.kind-{{given}}). Choose how to turn them.',
  'entries-impossible':
    'Each entry of “{{field}}” has to be $t(mapping.kind-{{wanted}}); those of “{{source}}” are $t(mapping.kind-{{given}}). Choose another field.',
  'for-each-needs-list':
    '“{{field}}” repeats for each entry of a list, and “{{source}}” is one value.',
  'may-be-empty': '“{{source}}” can be empty, and “{{field}}” is needed. Say what happens then.',
  'may-be-nothing': '“{{source}}” can be empty, and “{{field}}” does not take empty values.',
  'text-needs-single':
    '“{{source}}” is $t(mapping.kind-{{given}}), which has no place inside the text of “{{field}}”. Choose what to take of it.',
  'table-needs-single':
    '“{{source}}” is $t(mapping.kind-{{given}}), and a value table looks up one value. Choose which.',
  'row-never':
    '“{{source}}” is never “{{value}}”, so this row never applies. It can be: {{choices}}.',
  'row-of-other-kind':
    '“{{source}}” is $t(mapping.kind-{{given}}), so the row for “{{value}}” never applies.',
  'row-repeated': 'There are two rows for “{{value}}”. Only the first counts.',
  'branch-unreachable':
    'Part {{number}} of “{{field}}” is never used: an earlier one always applies first.',
  'sort-needs-single':
    '“{{source}}” is $t(mapping.kind-{{given}}), which has no order. Choose another field to sort by.',
  'no-otherwise': 'Say what “{{field}}” is when none of these apply: it is needed.',
  'choices-open': '“{{field}}” only takes: {{choices}}. “{{source}}” can be anything.',
  'choices-differ_one':
    '“{{source}}” can be {{values}}, which “{{field}}” does not take. It takes: {{choices}}.',
  'choices-differ_other':
    '“{{source}}” can be {{values}}, which “{{field}}” does not take. It takes: {{choices}}.',
  'may-be-too-short_one':
    '“{{source}}” can be shorter than the {{count}} character that “{{field}}” needs.',
  'may-be-too-short_other':
    '“{{source}}” can be shorter than the {{count}} characters that “{{field}}” needs.',
  'always-too-long_one':
    '“{{source}}” is always longer than the {{count}} character that “{{field}}” takes.',
  'always-too-long_other':
    '“{{source}}” is always longer than the {{count}} characters that “{{field}}” takes.',
  'always-too-short_one':
    '“{{source}}” is always shorter than the {{count}} character that “{{field}}” needs.',
  'always-too-short_other':
    '“{{source}}” is always shorter than the {{count}} characters that “{{field}}” needs.',
  'may-be-too-many_one':
    '“{{source}}” can have more than the {{count}} entry that “{{field}}” takes.',
  'may-be-too-many_other':
    '“{{source}}” can have more than the {{count}} entries that “{{field}}” takes.',
  'too-many-entries_one': '“{{field}}” takes at most {{count}} entry.',
  'too-many-entries_other': '“{{field}}” takes at most {{count}} entries.',
  'too-few-entries_one': '“{{field}}” needs at least {{count}} entry.',
  'too-few-entries_other': '“{{field}}” needs at least {{count}} entries.',
  'format-differs':
    '“{{field}}” needs $t(mapping.kind-{{wanted}}), and “{{source}}” is $t(mapping.kind-{{given}}).',
  'format-unknown':
    '“{{field}}” needs $t(mapping.kind-{{wanted}}). Say how “{{source}}” is written.',
  'may-be-too-long_one':
    '“{{source}}” can be longer than the {{count}} character that “{{field}}” takes.',
  'may-be-too-long_other':
    '“{{source}}” can be longer than the {{count}} characters that “{{field}}” takes.',
  'out-of-range': '“{{source}}” is never between {{from}} and {{to}}, which “{{field}}” needs.',
  'may-be-out-of-range':
    '“{{source}}” is not always between {{from}} and {{to}}, which “{{field}}” needs.',
  'group-lacks-fields_one': '“{{source}}” does not have {{names}}, which “{{field}}” needs.',
  'group-lacks-fields_other':
    '“{{source}}” does not have these fields, which “{{field}}” needs: {{names}}.',
  'group-fields-differ_one': 'In “{{source}}”, {{names}} is not what “{{field}}” needs.',
  'group-fields-differ_other':
    'In “{{source}}”, these fields are not what “{{field}}” needs: {{names}}.',
  'group-fields-may-not-fit_one':
    'In “{{source}}”, {{names}} is not always what “{{field}}” needs.',
  'group-fields-may-not-fit_other':
    'In “{{source}}”, these fields are not always what “{{field}}” needs: {{names}}.',
  'group-has-more_one': '“{{source}}” has {{names}}, which “{{field}}” does not take.',
  'group-has-more_other': '“{{source}}” has fields that “{{field}}” does not take: {{names}}.',
  'unknown-field': '“{{field}}” is filled here, and the service has no such field.',
  'name-refused': 'A field cannot be called “{{name}}”. Choose another name.',
  'name-not-read': 'A field called “{{name}}” cannot be read. Choose another one.',
  'variant-undecided': '“{{field}}” can be filled in {{count}} ways. Choose one.',
  'conversion-needs-list':
    '“{{source}}” is one value, so “$t(mapping.convert-{{conversion}})” has nothing to choose from.',
  'pattern-open':
    '“{{field}}” reads dates written as {{format}}, which does not say day, month and year. Add what is missing.',
  'signs-equal':
    '“$t(mapping.convert-{{conversion}})” of “{{field}}” uses one sign both before the decimals and between thousands. Choose two.',
  'conversion-does-not-fit':
    '“{{source}}” is $t(mapping.kind-{{given}}) here, and “$t(mapping.convert-{{conversion}})” makes nothing of that.',
  'condition-missing': 'Say when this applies.',
  'condition-no-field': 'Say what each line of the condition looks at.',
  'nothing-yet': 'Say in each line what “{{field}}” is: it is needed.',
  'table-no-lookup': 'Say what the table of “{{field}}” looks at.',
  'condition-empty': 'Add at least one line to this group.',
  'condition-unfinished': 'Say what “{{source}}” is compared with.',
  'condition-never':
    '“{{source}}” is never “{{value}}”, so this never applies. It can be: {{choices}}.',
  'condition-of-other-kind':
    '“{{source}}” is $t(mapping.kind-{{given}}) and never “{{value}}”, so this never applies.',
  'condition-cannot-compare':
    '“{{source}}” is $t(mapping.kind-{{given}}) and cannot be compared with “{{value}}” in this way.',
  'condition-does-not-fit':
    '“{{source}}” is $t(mapping.kind-{{given}}). Choose another comparison.',

  // Values that do not fit: samples, typed values, results.
  'value-missing': '“{{field}}” is missing and has to be there.',
  'value-empty': '“{{field}}” is empty and must not be.',
  'value-wrong-kind': '“{{field}}” is “{{value}}”, and it has to be $t(mapping.kind-{{kind}}).',
  'value-not-a-choice': '“{{field}}” is “{{value}}”. It can only be: {{choices}}.',
  'value-wrong-format': '“{{field}}” is “{{value}}”, which is not written as it has to be.',
  'value-not-an-email':
    '“{{field}}” is “{{value}}”, which is no e-mail address such as ada@example.com.',
  'value-not-an-address':
    '“{{field}}” is “{{value}}”, which is no web address such as https://example.com.',
  'value-too-short_one': '“{{field}}” needs at least {{count}} character.',
  'value-too-short_other': '“{{field}}” needs at least {{count}} characters.',
  'value-too-long_one': '“{{field}}” takes at most {{count}} character.',
  'value-too-long_other': '“{{field}}” takes at most {{count}} characters.',
  'value-too-small': '“{{field}}” is {{value}}, and has to be at least {{limit}}.',
  'value-too-large': '“{{field}}” is {{value}}, and can be at most {{limit}}.',
  'value-not-above': '“{{field}}” is {{value}}, and has to be more than {{limit}}.',
  'value-not-below': '“{{field}}” is {{value}}, and has to be less than {{limit}}.',
  'value-too-few_one': '“{{field}}” needs at least {{count}} entry.',
  'value-too-few_other': '“{{field}}” needs at least {{count}} entries.',
  'value-too-many_one': '“{{field}}” takes at most {{count}} entry.',
  'value-too-many_other': '“{{field}}” takes at most {{count}} entries.',
  'value-unknown-field': '“{{field}}” is not a field of this service.',
  'value-does-not-fit': '“{{field}}” does not fit what is needed here.',

  // Where a value of a sample does not fit.
  place: 'In “{{sample}}”',
  'place-entry': 'In “{{sample}}”, entry {{entry}}',
  'place-more_one': 'and {{count}} more',
  'place-more_other': 'and {{count}} more',

  // Failures while a flow runs.
  'source-missing': '“{{field}}” has no value: “{{source}}” is not there.',
  'not-a-text': '“{{field}}” was to be a text, and “{{source}}” holds a list or a group of fields.',
  'not-a-number': '“{{field}}” was to be a number, and “{{source}}” is “{{value}}”.',
  'too-many-digits':
    '“{{source}}” is “{{value}}”, which has more digits than a number keeps. Use it as a text.',
  'not-in-table': '“{{source}}” is “{{value}}”, and the table for “{{field}}” has no row for it.',
  'not-whole':
    '“{{field}}” was to be a whole number, and “{{source}}” is {{value}}. Choose how to round.',
  'not-yes-or-no': '“{{field}}” was to be yes or no, and “{{source}}” is “{{value}}”.',
  'not-a-date': '“{{field}}” was to be a date, and “{{source}}” is “{{value}}”.',
  'not-in-format':
    '“{{field}}” was to be a date written as {{format}}, and “{{source}}” is “{{value}}”.',
  'date-out-of-range':
    '“{{source}}” is “{{value}}”, and “{{field}}” only takes dates of the years 0 to 9999.',
  'unknown-zone': 'There is no time zone called “{{zone}}”. Choose one from the list.',
  'not-json': '“{{source}}” holds a text that cannot be taken apart into fields.',
  'not-base64': '“{{source}}” holds a text that cannot be decoded.',
  'cannot-compare': '“{{left}}” and “{{right}}” cannot be compared.',

  // Conditions.
  'operator-equals': 'is',
  'operator-not-equals': 'is not',
  'operator-contains': 'contains',
  'operator-not-contains': 'does not contain',
  'operator-starts-with': 'starts with',
  'operator-ends-with': 'ends with',
  'operator-is-empty': 'is empty',
  'operator-is-not-empty': 'is not empty',
  'operator-greater': 'is more than',
  'operator-greater-or-equal': 'is at least',
  'operator-less': 'is less than',
  'operator-less-or-equal': 'is at most',
  'operator-before': 'is before',
  'operator-after': 'is after',
  'operator-is-one-of': 'is one of',
  'operator-is-yes': 'is yes',
  'operator-is-no': 'is no',
} as const;
