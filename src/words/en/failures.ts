/** Why a call did not succeed: what happened, why most likely, what to do. The service's own words stand below, as they came. */
export const failures = {
  'bad-request':
    'The service did not understand this request. Most likely a field is missing or has another form than it wants. Compare its own words with the fields of this step.',
  'bad-request-by':
    '{{service}} did not understand this request. Most likely a field is missing or has another form than it wants. Compare its own words with the fields of this step.',
  'key-refused':
    'The service refused this key. It may have expired, been withdrawn, or belong to another account. Connect again with a key that is valid.',
  'key-needed':
    'The service wants to know who asks, and this step uses no account. Connect one, then try again.',
  'key-needed-by':
    '{{service}} wants to know who asks, and this step uses no account. Connect one, then try again.',
  'key-refused-by':
    '{{service}} refused this key. It may have expired, been withdrawn, or belong to another account. Connect again with a key that is valid.',
  'not-paid':
    'The service wants to be paid for this. What your plan there includes may be used up. Look at your account there.',
  'not-paid-by':
    '{{service}} wants to be paid for this. What your plan there includes may be used up. Look at your account there.',
  'payment-declined':
    'The payment was declined; the service only passes that on. The reason is with the card or the bank. Ask the payer for another way to pay.',
  'payment-declined-by':
    'The payment was declined; {{service}} only passes that on. The reason is with the card or the bank. Ask the payer for another way to pay.',
  'not-allowed':
    'The service does not let this key do that. The account behind the key most likely lacks the right. Ask the owner of the account for it, or connect with another key.',
  'not-allowed-by':
    '{{service}} does not let this key do that. The account behind the key most likely lacks the right. Ask the owner of the account for it, or connect with another key.',
  'not-found':
    'The service does not know what this step asks for. It may have been deleted there, or the number or name is not quite right. Check what you gave.',
  'not-found-by':
    '{{service}} does not know what this step asks for. It may have been deleted there, or the number or name is not quite right. Check what you gave.',
  'already-there':
    'The service already has this entry. It was most likely sent before. Leave it out, or change what must be different.',
  'already-there-by':
    '{{service}} already has this entry. It was most likely sent before. Leave it out, or change what must be different.',
  'changed-meanwhile':
    'Somebody changed this entry at the service in the meantime. What you sent was made from an older state. Read it again, then send the change.',
  'changed-meanwhile-by':
    'Somebody changed this entry at {{service}} in the meantime. What you sent was made from an older state. Read it again, then send the change.',
  'too-large': 'This is more than the service takes at once. Send less, or in smaller parts.',
  'too-large-by': 'This is more than {{service}} takes at once. Send less, or in smaller parts.',
  'refused-fields': 'The service refused what these fields hold. Check them, then try again.',
  'refused-fields-by': '{{service}} refused what these fields hold. Check them, then try again.',
  'said-no':
    'The service answered, but did not do what was asked. Its own words say why. Check them, then try again.',
  'said-no-by':
    '{{service}} answered, but did not do what was asked. Its own words say why. Check them, then try again.',
  'too-many':
    'The service asks for a pause: too many requests in a short time. Where nothing can be done twice, Footbridge waits and tries again by itself. Otherwise try again in a while.',
  'too-many-by':
    '{{service}} asks for a pause: too many requests in a short time. Where nothing can be done twice, Footbridge waits and tries again by itself. Otherwise try again in a while.',
  'too-many-seconds_one':
    'The service asks for a pause of {{count}} second: too many requests in a short time. Where nothing can be done twice, Footbridge waits and tries again by itself. Otherwise try again then.',
  'too-many-seconds-by_one':
    '{{service}} asks for a pause of {{count}} second: too many requests in a short time. Where nothing can be done twice, Footbridge waits and tries again by itself. Otherwise try again then.',
  'too-many-seconds_other':
    'The service asks for a pause of {{count}} seconds: too many requests in a short time. Where nothing can be done twice, Footbridge waits and tries again by itself. Otherwise try again then.',
  'too-many-seconds-by_other':
    '{{service}} asks for a pause of {{count}} seconds: too many requests in a short time. Where nothing can be done twice, Footbridge waits and tries again by itself. Otherwise try again then.',
  'too-many-minutes_one':
    'The service asks for a pause of about {{count}} minute: what it allows in a time is used up. Footbridge does not wait that long by itself. Try again then, or with fewer messages.',
  'too-many-minutes-by_one':
    '{{service}} asks for a pause of about {{count}} minute: what it allows in a time is used up. Footbridge does not wait that long by itself. Try again then, or with fewer messages.',
  'too-many-minutes_other':
    'The service asks for a pause of about {{count}} minutes: what it allows in a time is used up. Footbridge does not wait that long by itself. Try again then, or with fewer messages.',
  'too-many-minutes-by_other':
    '{{service}} asks for a pause of about {{count}} minutes: what it allows in a time is used up. Footbridge does not wait that long by itself. Try again then, or with fewer messages.',
  'service-busy':
    'The service is busy or being repaired. It is not your flow. Try again in a while.',
  'service-busy-by':
    '{{service}} is busy or being repaired. It is not your flow. Try again in a while.',
  'service-broken':
    'The service has a fault of its own ({{status}}). It is not your flow. Try again in a while.',
  'service-broken-by':
    '{{service}} has a fault of its own ({{status}}). It is not your flow. Try again in a while.',
  'too-slow':
    'The service took too long to answer. It may be busy, or this is much at once. Try again, or ask for less.',
  'too-slow-by':
    '{{service}} took too long to answer. It may be busy, or this is much at once. Try again, or ask for less.',
  moved:
    'The service points to another address. The address in this step is most likely an old one. Footbridge does not take your key there; use the new address.',
  'moved-by':
    '{{service}} points to another address. The address in this step is most likely an old one. Footbridge does not take your key there; use the new address.',
  refused:
    'The service refused this request ({{status}}). Its own words, if it gave any, say why. Check the step, then try again.',
  'refused-by':
    '{{service}} refused this request ({{status}}). Its own words, if it gave any, say why. Check the step, then try again.',

  'answer-unexpected':
    'The service answered, but not with the list that this step expects. Look at the answer below.',
  'next-unreadable':
    'The list goes on, but the service points to a next part that cannot be asked for. What came so far is not the whole list.',
  'paging-unfinished':
    'The settings do not say how the next part of a long list is asked for. Choose what to read again, or fill in what is missing there.',
  'next-in-circle':
    'The service gives the same part of the list again and again. What came so far may not be the whole list.',

  'page-again':
    'The service gave the same entries again for the next page. It most likely does not know “{{name}}”. Look up in its documentation what it calls that, and change it in the settings of this step.',
  'pages-too-many':
    'The list did not end after {{count, number}} pages, so the reading was stopped. Check the settings of this step about pages, or read only so many pages.',
  'paging-flag-missing':
    'The settings say that the answer tells in “{{name}}” whether more follows, but there is no such field in it. Compare them with the answer below.',
  'paging-nothing-sent':
    'The marker of the next page belongs into what is sent, but this step sends nothing. Choose in its settings that it sends something, or that the marker goes into the address.',
  'list-none':
    'The service answered, but there is no list in it. Look at the answer below. A list that is further inside is found when the settings of this step say where it is; for a single thing choose another operation.',
  'list-several':
    'There are several lists in the answer: {{names}}. Say in the settings of this step which one is meant.',
  'list-not-there':
    'There is no “{{name}}” in the answer, but lists in {{names}}. Correct in the settings of this step where the list is.',

  'address-unreadable':
    'This is not a complete web address. It begins with https:// and a name, such as https://api.example.com.',
  'path-value':
    'A value that belongs into the address is missing or cannot be used there. Fill it in.',
  'wire-value':
    'The service takes this in another form, and “{{value}}” cannot be turned into it. Correct it: a time such as 2026-01-31T09:30:00Z, a number, or an amount with no more decimals than its currency has.',
  'path-refused':
    'The address of this request could lead somewhere else than meant. Nothing was sent; correct it in the step.',
  'header-not-sendable':
    'The header “{{header}}” holds a line break or a sign that cannot be sent. Take it out.',
  'body-form-missing': 'Choose in the settings how the data is sent.',
  'file-without-content':
    'There is nothing in the file “{{file}}”. Give its text, or its content as Base64.',
  'file-not-base64':
    'The content of the file “{{file}}” is no Base64 text. Fill in its text instead, or check where it comes from.',
  'files-too-large':
    'These files have more than {{megabytes}} MB together, and a message may not have more. Send fewer or smaller ones.',
  'files-too-large-to-pass':
    'These files have more than {{megabytes}} MB together. Send fewer or smaller ones.',
  'file-gone':
    'The file “{{name}}” is not kept any more: files that are passed on are only kept for a while. Run the flow from the step that reads it.',
  'file-only-example':
    '“{{file}}” is only an example of a file. Test the step that reads it first, or the whole flow.',
  'no-origin': 'This component does not say where its service is.',
  'method-missing': 'Choose in the settings what this step should do.',
  'formula-in-request':
    'This component wants to make its request with a formula, which a component cannot. Tell whoever made it.',
  'not-http': 'This version of Footbridge cannot make this kind of call yet.',
  'soap-not-described':
    'Which fields this operation needs is not known yet. Choose the operation in the step’s settings, so that the service’s description is read.',
  'soap-address':
    'Where the service is called is not known. Enter its address in the step’s settings: a web address, without a user name in it.',
  'soap-no-envelope':
    'What came back is not an answer of a SOAP service. Check the address that is called, or ask whoever runs the service.',
  'soap-attachment':
    'The answer has a file beside its message, and that cannot be read here. Ask whoever runs the service whether it can send the file inside the message (without MTOM).',
  'soap-needs-group':
    'This field is a group of fields, but a single value was given. Map its fields one by one.',
  'soap-needs-value':
    'This field takes a single value, but a group or a list was given. Choose one field inside it.',
  'soap-needs-one':
    'This field takes one entry, but a list of several was given. Take its first entry, or send a message for each entry.',
  'soap-one-of':
    'Of “{{field}}” and “{{other}}” the service takes one, not both. Leave one of them empty.',
  'soap-field-unknown': 'The service does not have a field “{{field}}” here. Leave it out.',
  'soap-name': '“{{name}}” cannot be the name of a field for this service. Rename the field.',
  'soap-sign':
    'The text holds a sign that cannot be sent to this service, such as a control character. Remove it.',
  'soap-too-deep':
    'Groups of fields lie more than {{limit}} deep inside each other here. Send less at once.',
  'xml-broken':
    'The text that came is not readable as XML (line {{line}}, column {{column}}). Check that the address leads to the service itself, not to a page about it.',
  'xml-doctype':
    'The text that came holds a DOCTYPE (line {{line}}), which Footbridge does not read for safety. Ask whoever runs the service for one without it.',
  'xml-too-deep':
    'The text that came has more than {{limit}} elements inside each other (line {{line}}). Footbridge does not read such texts.',
  'xml-too-large':
    'The text that came is larger than {{megabytes}} MB. Footbridge does not read such texts.',
  'wsdl-address':
    'This is no web address and no description. Enter an address that begins with https:// (it often ends in ?wsdl), or paste the whole text of the description.',
  'wsdl-sign-in':
    'The description is behind a sign-in. Open its address in your browser, sign in there, and paste the whole text here.',
  'wsdl-not-one':
    'What is there is not the description of a SOAP service (WSDL). Its address often ends in ?wsdl; the service’s documentation names it.',
  'wsdl-2':
    'This description is written in WSDL 2.0, which Footbridge does not read. Ask for the one in WSDL 1.1: nearly every service has it.',
  'wsdl-empty':
    'This description tells of no operation over SOAP. The service may have another description, or another connector fits better.',
  'wsdl-operation-unknown':
    'The description does not have this operation (any more). Choose another one.',
  'wsdl-encoded':
    '“{{operation}}” is offered in an old form (rpc/encoded) that Footbridge does not speak. Choose another operation, or ask whoever runs the service for a description in the form document/literal.',
  'wsdl-part-missing':
    'The description does not say what “{{name}}” is: the part of it at {{address}} could not be read. Paste a description that holds all of it, or ask whoever runs the service.',
  'described-not-read':
    'How this is asked for is not known yet. Choose in the step’s settings what it should do, so that the service’s description is read.',
  'described-other-method':
    'What was chosen is sent by {{method}}, which this kind of step does not do. Choose it again in the settings, or choose what the step does anew.',
  'described-address':
    'Where the service is called is not known: its description does not say it in full. Enter its address in the step’s settings, a web address without a user name in it.',
  'openapi-address':
    'This is no web address and no description. Enter an address that begins with https:// (it often ends in openapi.json, openapi.yaml or swagger.json), or paste the whole text of the description.',
  'openapi-sign-in':
    'The description is behind a sign-in. Open its address in your browser, sign in there, and paste the whole text here.',
  'openapi-not-one':
    'What is there is not the description of a service (OpenAPI or Swagger). Its address often ends in openapi.json, openapi.yaml or swagger.json; the service’s documentation names it.',
  'openapi-page':
    'What is there is a page for people, not the description itself. Look on that page for a link to it: it often ends in openapi.json, openapi.yaml or swagger.json.',
  'openapi-version':
    'This description is written in version {{version}}, and Footbridge reads OpenAPI 3.0 and 3.1 and Swagger 2.0. Ask whoever runs the service for one of these.',
  'openapi-empty':
    'This description tells of nothing that the service can do. Ask whoever runs the service for the whole of it.',
  'openapi-operation-unknown':
    'The description does not have what was chosen (any more). Choose again.',
  'openapi-syntax':
    'The description is not readable as {{format}}: something is wrong in line {{line}}. Ask whoever runs the service, or mend the text and paste it.',
  'openapi-too-large':
    'The description has more than {{megabytes}} million characters, and Footbridge does not read such texts. Ask whoever runs the service for a smaller one; as JSON more can be read than as YAML.',
  'openapi-too-deep':
    'In the description more than {{limit}} groups lie inside each other. Footbridge does not read such texts.',
  'openapi-aliases':
    'The description repeats parts of itself so often that it would grow without end. Footbridge does not read such texts; ask whoever runs the service for another one.',
  'description-ended':
    'The description was too much for this browser, and reading it came to an end. Ask whoever runs the service for a smaller one.',
  'description-stopped': 'Reading the description was stopped.',
} as const satisfies Readonly<Record<string, string>>;
