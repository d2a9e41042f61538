/** What mappings say: problems and their fixes, failures of a run, reasons of proposals, names of conversions. */
export const mapping = {
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
  'kind-nothing': 'always empty',
  'kind-anything': 'anything',
  'kind-several': 'of several kinds',

  // Problems before a run.
  'required-unbound': 'Fill in “{{field}}”: it is needed.',
  'unknown-source':
    '“{{field}}” uses “{{source}}” from a step that is not before this one. Choose a field of an earlier step.',
  'unknown-path':
    '“{{field}}” uses “{{source}}”, which “{{step}}” does not have. Choose another field.',
  'list-needs-choice':
    '“{{part}}” is a list. Say which entry “{{field}}” takes, or take all of them.',
  'not-a-list': '“{{field}}” needs a list here, and “{{source}}” is not one.',
  'not-a-group': '“{{field}}” looks for a field inside “{{part}}”, and there is none.',
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
  'condition-does-not-fit':
    '“{{source}}” is $t(mapping.kind-{{given}}). Choose another comparison.',

  // Values that do not fit: samples, typed values, results.
  'value-missing': '“{{field}}” is missing and has to be there.',
  'value-empty': '“{{field}}” is empty and must not be.',
  'value-wrong-kind': '“{{field}}” is “{{value}}”, and it has to be $t(mapping.kind-{{kind}}).',
  'value-not-a-choice': '“{{field}}” is “{{value}}”. It can only be: {{choices}}.',
  'value-wrong-format': '“{{field}}” is “{{value}}”, which is not written as it has to be.',
  'value-too-short_one': '“{{field}}” needs at least {{count}} character.',
  'value-too-short_other': '“{{field}}” needs at least {{count}} characters.',
  'value-too-long_one': '“{{field}}” takes at most {{count}} character.',
  'value-too-long_other': '“{{field}}” takes at most {{count}} characters.',
  'value-too-small': '“{{field}}” is {{value}}, and has to be at least {{limit}}.',
  'value-too-large': '“{{field}}” is {{value}}, and can be at most {{limit}}.',
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

  // Formulas before a run.
  'formula-of-field': 'The formula for “{{field}}”',
  'formula-of-none': 'The formula',
  'formula-in-field': 'In the formula for “{{field}}”',
  'formula-in-none': 'In the formula',
  'formula-empty': '$t(mapping.formula-of-{{of}}) is empty.',
  'formula-name-unknown':
    '$t(mapping.formula-of-{{of}}) uses ${{name}}$t(mapping.formula-at-{{where}}), and no field has that name.',
  'formula-name-bare':
    '$t(mapping.formula-in-{{of}}) “{{name}}” alone finds nothing$t(mapping.formula-at-{{where}}): a formula sees only its fields, which begin with $.',
  'formula-rootless':
    '$t(mapping.formula-in-{{of}}) ${{name}} stands for nothing here$t(mapping.formula-at-{{where}}): it is an entry only behind a point or in brackets.',
  'formula-field-unused': '$t(mapping.formula-of-{{of}}) does not use “{{source}}” (${{name}}).',
  'formula-always-list': '$t(mapping.formula-of-{{of}}) gives a list, and one value is wanted.',
  'formula-may-be-list':
    '$t(mapping.formula-of-{{of}}) can give several values, and one is wanted. With several, nothing is filled in and the message is refused.',

  // Formulas: a text that is none, and one that cannot be worked out with this data.
  'formula-at-known': ' (character {{position}})',
  'formula-at-unknown': '',
  'formula-text-open':
    '$t(mapping.formula-in-{{of}}) a text is not closed$t(mapping.formula-at-{{where}}). Put the same quote at its end.',
  'formula-number-too-large':
    '$t(mapping.formula-in-{{of}}) a number is too large$t(mapping.formula-at-{{where}}).',
  'formula-text-escape':
    '$t(mapping.formula-in-{{of}}) there is a \\ that nothing follows which belongs to it$t(mapping.formula-at-{{where}}). Write \\\\ for the sign itself.',
  'formula-name-open':
    '$t(mapping.formula-in-{{of}}) a name is not closed$t(mapping.formula-at-{{where}}). Put ` at its end.',
  'formula-remark-open':
    '$t(mapping.formula-in-{{of}}) a remark is not closed$t(mapping.formula-at-{{where}}). Put */ at its end.',
  'formula-unexpected':
    '$t(mapping.formula-in-{{of}}) “{{token}}” is not expected$t(mapping.formula-at-{{where}}). Is something missing before it, such as & or a comma?',
  'formula-expected':
    '$t(mapping.formula-in-{{of}}) there is “{{token}}” where “{{value}}” has to be$t(mapping.formula-at-{{where}}).',
  'formula-expected-at-end':
    '$t(mapping.formula-of-{{of}}) ends, and “{{value}}” is still missing.',
  'formula-ends-early':
    '$t(mapping.formula-of-{{of}}) ends too early: something is missing at its end.',
  'formula-needs-variable':
    '$t(mapping.formula-in-{{of}}) a name that begins with $ has to be here$t(mapping.formula-at-{{where}}).',
  'formula-misplaced':
    '$t(mapping.formula-in-{{of}}) “{{token}}” cannot be here$t(mapping.formula-at-{{where}}).',
  'formula-not-a-field':
    '$t(mapping.formula-in-{{of}}) “{{value}}” cannot be the name of a field$t(mapping.formula-at-{{where}}).',
  'formula-no-parent':
    '$t(mapping.formula-in-{{of}}) % leads out of what the formula sees$t(mapping.formula-at-{{where}}).',
  'formula-pattern-wrong':
    '$t(mapping.formula-in-{{of}}) there is no usable search pattern between the slashes$t(mapping.formula-at-{{where}}).',
  'formula-pattern-open':
    '$t(mapping.formula-in-{{of}}) a search pattern is not closed$t(mapping.formula-at-{{where}}). Put / at its end.',
  'formula-pattern-empty':
    '$t(mapping.formula-in-{{of}}) the search pattern “{{value}}” fits an empty text$t(mapping.formula-at-{{where}}), so it would fit for ever.',
  'formula-argument-wrong':
    '$t(mapping.formula-of-{{of}}): “${{token}}” cannot work with value number {{index}}, which is “{{value}}”$t(mapping.formula-at-{{where}}).',
  'formula-argument-missing':
    '$t(mapping.formula-of-{{of}}): say in the brackets behind “${{token}}” what it works with$t(mapping.formula-at-{{where}}).',
  'formula-argument-list-wrong':
    '$t(mapping.formula-of-{{of}}): value number {{index}} of “${{token}}” has to be a list whose entries are all of the kind it works with$t(mapping.formula-at-{{where}}).',
  'formula-number-endless':
    '$t(mapping.formula-of-{{of}}) gives no number that can be written$t(mapping.formula-at-{{where}}): it divides by zero, or grows too large.',
  'formula-minus-not-number':
    '$t(mapping.formula-of-{{of}}) puts a minus before “{{value}}”, which is no number$t(mapping.formula-at-{{where}}).',
  'formula-key-not-text':
    '$t(mapping.formula-of-{{of}}): the name of a field has to be a text, and here it is “{{value}}”$t(mapping.formula-at-{{where}}).',
  'formula-key-twice':
    '$t(mapping.formula-of-{{of}}) fills the field “{{value}}” twice$t(mapping.formula-at-{{where}}).',
  'formula-function-unknown':
    '$t(mapping.formula-in-{{of}}) there is no function called “${{token}}”$t(mapping.formula-at-{{where}}).',
  'formula-too-deep':
    '$t(mapping.formula-of-{{of}}) goes too deep: it calls itself again and again, or holds too much$t(mapping.formula-at-{{where}}).',
  'formula-pattern-slow':
    '$t(mapping.formula-of-{{of}}) has a pattern that can read this text in too many ways$t(mapping.formula-at-{{where}}): {{token}}. Look for something repeated inside something that repeats, as in (a+)+.',
  'formula-too-slow':
    '$t(mapping.formula-of-{{of}}) takes longer than a second$t(mapping.formula-at-{{where}}). Perhaps it never ends.',
  'formula-too-many':
    '$t(mapping.formula-of-{{of}}) makes a list of more than a million entries$t(mapping.formula-at-{{where}}).',
  'formula-left-not-number':
    '$t(mapping.formula-of-{{of}}) needs a number left of “{{token}}”$t(mapping.formula-at-{{where}}), and there is “{{value}}”.',
  'formula-right-not-number':
    '$t(mapping.formula-of-{{of}}) needs a number right of “{{token}}”$t(mapping.formula-at-{{where}}), and there is “{{value}}”.',
  'formula-range-not-whole':
    '$t(mapping.formula-of-{{of}}) needs whole numbers on both sides of ..$t(mapping.formula-at-{{where}}), and there is “{{value}}”.',
  'formula-order-mixed':
    '$t(mapping.formula-of-{{of}}) cannot put this list in order$t(mapping.formula-at-{{where}}): it holds both texts and numbers, or groups of fields.',
  'formula-order-not-comparable':
    '$t(mapping.formula-of-{{of}}) puts a list in order by something that is neither a text nor a number$t(mapping.formula-at-{{where}}).',
  'formula-kinds-differ':
    '$t(mapping.formula-of-{{of}}) compares a text with a number$t(mapping.formula-at-{{where}}). Turn one of them: $number(…) or $string(…).',
  'formula-not-comparable':
    '$t(mapping.formula-of-{{of}}) can only compare texts and numbers by “{{token}}”$t(mapping.formula-at-{{where}}), and there is “{{value}}”.',
  'formula-change-wrong':
    '$t(mapping.formula-of-{{of}}) changes a group, and what it changes it by does not fit$t(mapping.formula-at-{{where}}).',
  'formula-find-empty':
    '$t(mapping.formula-of-{{of}}) looks for an empty text to replace it$t(mapping.formula-at-{{where}}).',
  'formula-replaced-not-text':
    '$t(mapping.formula-of-{{of}}) replaces words by something that is no text$t(mapping.formula-at-{{where}}).',
  'formula-not-a-number':
    '$t(mapping.formula-of-{{of}}) takes “{{value}}” for a number$t(mapping.formula-at-{{where}}), and it is none. A number has a point, no comma and no sign for thousands.',
  'formula-root-negative':
    '$t(mapping.formula-of-{{of}}) takes the square root of {{value}}$t(mapping.formula-at-{{where}}), and there is none.',
  'formula-not-a-date':
    '$t(mapping.formula-of-{{of}}) takes “{{value}}” for a date$t(mapping.formula-at-{{where}}). A date is written 2024-05-31, or say how it is written.',
  'formula-picture-wrong':
    '$t(mapping.formula-of-{{of}}) says in a wrong way how a number or a date is written$t(mapping.formula-at-{{where}}).',
  'formula-inner-wrong':
    '$t(mapping.formula-of-{{of}}) holds another formula in a text, and that one cannot be worked out$t(mapping.formula-at-{{where}}).',
  'formula-own-words': '$t(mapping.formula-of-{{of}}) says: {{words}}',
  'formula-single-several':
    '$t(mapping.formula-of-{{of}}) wants exactly one entry$t(mapping.formula-at-{{where}}), and there are several.',
  'formula-single-none':
    '$t(mapping.formula-of-{{of}}) wants exactly one entry$t(mapping.formula-at-{{where}}), and there is none.',
  'formula-address-wrong':
    '$t(mapping.formula-of-{{of}}) cannot use “{{value}}” in a web address$t(mapping.formula-at-{{where}}).',
  'formula-gives-function':
    '$t(mapping.formula-of-{{of}}) gives a function and not what it works out. Put brackets behind its name: $uppercase($a).',
  'formula-gives-list_one':
    '$t(mapping.formula-of-{{of}}) gives a list, and one value is wanted. Choose which, for example [0], or let it give a list.',
  'formula-gives-list_other':
    '$t(mapping.formula-of-{{of}}) gives a list of {{count}}, and one value is wanted. Choose which, for example [0], or let it give a list.',
  'formula-name-refused':
    '$t(mapping.formula-of-{{of}}) wants to fill a field called “{{value}}”$t(mapping.formula-at-{{where}}). Choose another name.',
  'formula-not-latin':
    '$t(mapping.formula-of-{{of}}) cannot encode “{{value}}”$t(mapping.formula-at-{{where}}). Use the conversion “encoded (base64)”.',
  'formula-zone-unknown': 'There is no time zone called “{{value}}”. Choose one for the flow.',
  'formula-failed':
    '$t(mapping.formula-of-{{of}}) cannot be worked out with this data$t(mapping.formula-at-{{where}}).',
  'too-deep':
    'The data holds lists or groups so deep inside each other that this cannot be worked out. Choose a part of it.',
  'formulas-never-known': 'The formulas here wait for each other and never come to an end.',

  // Fixes.
  'fix-use-field': 'Use “{{source}}” from {{step}}',
  'fix-use-value': 'Use “{{value}}”',
  'fix-from-step': 'Use the same field of {{step}}',
  'fix-other-decimal-sign': 'Use another decimal sign',
  'fix-did-you-mean': 'Use “{{name}}”',
  'fix-use-directly': 'Use the value itself',
  'fix-use-whole': 'Use “{{part}}” itself',
  'fix-first': 'Use the first',
  'fix-last': 'Use the last',
  'fix-each': 'Use all of them',
  'fix-join': 'Join all, with commas between',
  'fix-sum': 'Add them up',
  'fix-count': 'Count them',
  'fix-whole-as-text': 'Use everything as one text',
  'fix-text-to-json': 'Take the text apart into fields',
  'fix-to-list': 'Make a list of one',
  'fix-split': 'Split at commas',
  'fix-flatten': 'Make one list of all lists',
  'fix-for-each': 'Make one for each of “{{source}}”',
  'fix-one-by-one': 'Fill the fields one by one from “{{source}}”',
  'fix-first-entry-field': 'Use “{{name}}” of the first',
  'fix-its-field': 'Use its “{{name}}”',
  'fix-to-text': 'Turn into a text',
  'fix-to-number': 'Turn into a number (12.50)',
  'fix-to-number-comma': 'Turn into a number (12,50)',
  'fix-to-whole-number': 'Turn into a whole number',
  'fix-round': 'Round to the nearest whole number',
  'fix-round-down': 'Round down',
  'fix-round-up': 'Round up',
  'fix-to-yes-no': 'Turn into yes or no',
  'fix-to-date': 'Turn into a date',
  'fix-to-date-pattern': 'Read as {{format}}',
  'fix-to-date-seconds': 'Read as seconds since 1970',
  'fix-to-date-milliseconds': 'Read as milliseconds since 1970',
  'fix-to-date-time': 'Turn into a date with a time',
  'fix-to-date-time-pattern': 'Read as {{format}}',
  'fix-to-date-time-seconds': 'Read as seconds since 1970',
  'fix-to-date-time-milliseconds': 'Read as milliseconds since 1970',
  'fix-value-table': 'Say what each value becomes',
  'fix-default': 'Use “{{value}}” when it is empty',
  'fix-default-empty-text': 'Use an empty text then',
  'fix-default-empty-list': 'Use an empty list then',
  'fix-leave-out-if-empty': 'Leave it out when it is empty',
  'fix-stop-if-missing': 'Refuse the message when it is empty',
  'fix-otherwise': 'Otherwise “{{value}}”',
  'fix-trim': 'Cut the blanks around it',
  'fix-shorten_one': 'Shorten to {{count}} character',
  'fix-shorten_other': 'Shorten to {{count}} characters',
  'fix-first-entries_one': 'Use the first entry only',
  'fix-first-entries_other': 'Use the first {{count}} entries only',
  'fix-remove-row': 'Remove the row for “{{value}}”',
  'fix-remove-branch': 'Remove part {{number}}',
  'fix-remove-sort': 'Do not sort',
  'fix-formula-list': 'Let it give a list',
  'fix-formula-first': 'Take the first',
  'fix-remove-field': 'Take it out of the formula',
  'fix-remove-conversion': 'Remove the conversion',
  'fix-leave-out': 'Leave it out',
  'fix-leave-empty': 'Leave it empty',
  'fix-variant': 'Fill in “{{name}}”',

  // One of several ways to fill a group.
  'variant-named': '{{name}}',
  'variant-fields': 'With {{names}}',
  'variant-kind': 'As $t(mapping.kind-{{kind}})',
  'variant-number': 'Way {{number}}',

  // Why two fields are proposed as a pair.
  'match-same-name': 'Same name',
  'match-same-words': 'Same name, written differently',
  'match-same-meaning': '“{{source}}” means the same',
  'match-same-path': 'Same name in another group',
  'match-part-of-name': 'Similar name: “{{source}}”',
  'match-nearly-same': 'Nearly the same name: “{{source}}”',
  'match-first-of-list': 'Same name in a list: takes the first',
  'match-other-kind':
    '“{{source}}” is $t(mapping.kind-{{given}}), and $t(mapping.kind-{{wanted}}) is needed. It has to be turned first',
  'match-joined': '“{{source}}” joined as a text',
  'match-same-format': 'The only field of this kind',
  'match-list_one': 'Both are lists; {{count}} field of each entry fits',
  'match-list_other': 'Both are lists; {{count}} fields of each entry fit',
  'confidence-sure': 'Sure',
  'confidence-likely': 'Likely',
  'confidence-maybe': 'Maybe',

  // Conversions: the chip on a pill.
  'convert-to-text': 'as text',
  'convert-to-number': 'as number',
  'convert-to-whole-number': 'as whole number',
  'convert-to-yes-no': 'as yes or no',
  'convert-to-date': 'as date',
  'convert-to-date-time': 'as date with time',
  'convert-format-date': 'date written as …',
  'convert-format-number': 'number written with digits',
  'convert-split': 'split into a list',
  'convert-join': 'joined',
  'convert-first': 'the first',
  'convert-last': 'the last',
  'convert-nth': 'entry at a position',
  'convert-count': 'how many',
  'convert-sum': 'sum',
  'convert-min': 'smallest',
  'convert-max': 'largest',
  'convert-average': 'average',
  'convert-flatten': 'one list of all lists',
  'convert-to-list': 'as list',
  'convert-upper': 'CAPITALS',
  'convert-lower': 'small letters',
  'convert-title-case': 'Words With Capitals',
  'convert-trim': 'without blanks around',
  'convert-shorten': 'shortened',
  'convert-replace': 'with words replaced',
  'convert-default-if-empty': 'if empty, use …',
  'convert-lookup': 'looked up in a table',
  'convert-json-to-text': 'everything as text',
  'convert-text-to-json': 'text taken apart into fields',
  'convert-base64-encode': 'encoded (base64)',
  'convert-base64-decode': 'decoded (base64)',
  'convert-slug': 'for-web-addresses',
  'convert-unique-id': 'a new unique ID',
  'convert-now': 'the present time',
  'convert-option-decimal': 'Decimal sign',
  'convert-option-thousands': 'Sign between thousands',
  'convert-option-rounding': 'Rounding',
  'convert-option-yes': 'Words for yes',
  'convert-option-no': 'Words for no',
  'convert-option-format': 'Written as',
  'convert-option-zone': 'Time zone',
  'convert-option-locale': 'Language',
  'convert-option-digits': 'Digits after the decimal sign',
  'convert-option-by': 'With',
  'convert-option-position': 'Position (0 is the first)',
  'convert-option-length': 'Characters',
  'convert-option-find': 'Find',
  'convert-option-value': 'Value',
  'convert-option-rows': 'What each value becomes',
  'convert-option-otherwise': 'Every other value becomes',

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
