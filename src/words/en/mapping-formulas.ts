/** What mappings say of formulas: a text that is none, one that does not fit, one that cannot be worked out. */
export const mappingFormulas = {
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
} as const;
