/** What a generic step refuses, and what to do about it. */
export const steps = {
  stopped: '{{words}}',
  'message-without-fields':
    'What came in has no fields that could be kept. Put a Mapper before this step, or choose one message for each entry.',
  'not-fields': 'This step adds fields, but it was given something without fields.',
  'text-missing': 'There is no text here. Fill in this field.',
  'not-a-text': 'A text belongs here, not a list or a group of fields.',
  'not-a-list': 'A list belongs here.',
  'not-a-number':
    'A number belongs here. Convert it in the mapping, or choose under Settings to count only.',
  'reply-address':
    'The address to send the caller on to is none. It begins with https:// or /; look at Settings.',
  'text-too-long':
    'This text is too long: {{length, number}} characters, where {{limit, number}} are possible. Send it in parts.',
  'file-missing':
    'There is no file here. Fill this field with a file to pass on, from the step that reads it.',
  'not-a-file':
    'A file to pass on belongs here. Fill this field with the content that a step such as “Read a file” gives.',
  'file-only-example':
    'This is only an example of a file. Test the step that reads it first, or the whole flow.',
  'file-not-text':
    '“{{name}}” is no text that can be read this way. Choose under Settings how its letters are stored, or check that it is the right file.',
  'file-made-too-large':
    'What is made here has more than {{megabytes}} MB, and a file to pass on may not have more. Make several smaller ones.',
  'row-too-long':
    'The row that begins in line {{line, number}} has more than {{limit, number}} characters. Most likely a quotation mark there is never closed.',
  'line-too-long':
    'Line {{line, number}} has more than {{limit, number}} characters. Check that each entry of the file has a line of its own.',
  'json-line-broken': 'Line {{line, number}} is not complete JSON. Look at how it begins and ends.',
  'name-refused':
    'Line {{line}}: “{{name}}” cannot be the name of a field. Rename it where the text is made.',
  'csv-row-length':
    'Line {{line}} of the table has {{found}} values instead of {{expected}}. Look for a missing or an extra separator there, or choose in the settings to take such rows.',
  'csv-quote-open':
    'In line {{line}} of the table a quotation mark is opened and never closed. Close it, or double it where it belongs to the text.',
  'csv-quote':
    'In line {{line}} of the table a quotation mark stands where none can be. Double it where it belongs to the text.',
  'csv-row-not-fields':
    'Entry {{row}} of the list has no fields, so it cannot be a row of a table.',
  'json-broken': 'This is not complete JSON. Look at how the text begins and ends.',
  'json-broken-at': 'This is not JSON: look at line {{line}}, sign {{column}}.',
  'xml-broken': 'This is not XML without faults: look at line {{line}}, sign {{column}}.',
  'xml-doctype':
    'Line {{line}}: a text with a DOCTYPE is not read, because it could fetch or multiply other texts. Ask for it without one.',
  'xml-too-deep': 'Line {{line}}: more than {{limit}} elements inside each other are not read.',
  'xml-entry-too-long':
    'What begins in line {{line, number}} has more than {{limit, number}} characters, too many for one entry. Check under Settings what an entry is called.',
  'xml-no-entry':
    'Nothing in this file is called “{{name}}”. In it are, among others: {{names}}. Look at the name of an entry under Settings.',
  'xml-root':
    'XML has one outermost element, and this data does not say which. Name it in the settings.',
  'xml-name':
    '“{{name}}” cannot be the name of an element. Use letters and digits without spaces, and begin with a letter.',
  'xml-list-in-list':
    'A list directly inside a list cannot be written as XML. Give the inner list a name with a Mapper.',
  'xml-sign': 'This text holds a sign that cannot stand in XML. Take it out.',
  'data-too-deep': 'More than {{limit}} groups inside each other cannot be written.',
  'base64-broken': 'This is not Base64: look at sign {{place, number}}.',
  'base64-too-long':
    'This file has more than {{megabytes}} MB, too much for a text in a message. Choose under Settings to have a file to pass on.',
  'base64-not-text':
    'What is packed in this Base64 is not a text, but perhaps a picture or another file.',
  'zip-no-name': 'File {{number}} has no name. Fill in its name.',
  'zip-name':
    'The name “{{name}}” could lead out of the folder that the files are put into. Use a name without “..”, a drive or a slash at its beginning.',
  'zip-name-twice': 'There are two files “{{name}}”. Give each a name of its own.',
  'zip-empty':
    'Nothing is in “{{name}}”. Fill in its text, the file as Base64, or a file to pass on.',
  'zip-too-many_one': 'More than {{count}} file at once cannot be packed or opened.',
  'zip-too-many_other':
    'More than {{count, number}} files at once cannot be packed or opened. Use several ZIP files.',
  'zip-too-large':
    'The files are larger than {{megabytes}} MB together when they are unpacked. Use smaller ZIP files.',
  'zip-not-zip': 'This is not a ZIP file.',
  'zip-broken': 'This ZIP file is damaged: its list of contents does not fit. Ask for it again.',
  'zip-file-broken': '“{{name}}” in this ZIP file is damaged. Ask for it again.',
  'zip-locked': '“{{name}}” in this ZIP file has a password. Ask for it without one.',
  'zip-method':
    '“{{name}}” is packed in a way that is not known here. Pack it as a usual ZIP file.',
  'key-missing': 'The key to sign with is missing. Fill it in under Settings.',
  'code-not-here': 'Functions cannot be run here.',
  'code-missing': 'The function is empty. Write it under Settings.',
  'code-threw': 'The function stopped with an error: {{words}}',
  'code-threw-at': 'The function stopped with an error in line {{line}}: {{words}}',
  'code-not-javascript': 'The function cannot be read as JavaScript: {{words}}',
  'code-not-javascript-at': 'Line {{line}} of the function cannot be read as JavaScript: {{words}}',
  'code-too-slow_one':
    'The function did not come to its end within {{count}} second. Look for a loop without an end, or give it more time under Settings.',
  'code-too-slow_other':
    'The function did not come to its end within {{count}} seconds. Look for a loop without an end, or give it more time under Settings.',
  'code-too-much-memory': 'The function wanted more memory than it may have (64 MB).',
  'code-too-deep': 'The function calls itself too often. Look for what should end that.',
  'code-too-long': 'The function gave more than {{limit, number}} characters. Give less at once.',
  'code-gave-nothing': 'The function gave no data. End it with return and what it should give.',
  'code-waits':
    'The function waits for something (async), but nothing can be waited for in it. Give the data itself.',
  'call-nothing': 'No flow is chosen. Choose one under Settings.',
  'call-missing':
    'The flow “{{flow}}” is not here. Import it, put it beside this flow, or choose another one under Settings.',
  'call-not-callable':
    'The flow “{{flow}}” cannot be called: it must begin with a Webhook. Change how it starts, or choose another flow.',
  'call-too-deep':
    'The flow “{{flow}}” was not called: flows call each other at most {{limit}} deep. Look for flows that call each other in a circle.',
  'call-failed': 'The flow “{{calledFlow}}” stopped at “{{calledStep}}”. $t({{why}})',
  'call-refused':
    'The flow “{{flow}}” answered with status {{status}}: it did not accept this data.',
  'call-unanswered':
    'The flow “{{flow}}” came to its end without its Reply. Look at the ways through it for this data.',
  'lookup-no-key': 'There is no value to look for. Fill in this field.',
  'lookup-no-field':
    'No entry of the list has the field “{{name}}”. Look at its name under Settings.',
  'lookup-nothing': 'The list has no entry for “{{key}}”.',
} as const;
