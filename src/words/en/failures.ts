/** Why a call did not succeed: what happened, and what to do. The service's own words stand below, as they came. */
export const failures = {
  'bad-request': 'The service did not understand this request. Check the fields that it names.',
  'bad-request-by': '{{service}} did not understand this request. Check the fields that it names.',
  'key-refused': 'The service refused this key. Connect again with a key that is valid.',
  'key-refused-by': '{{service}} refused this key. Connect again with a key that is valid.',
  'not-paid': 'The service wants to be paid for this. Look at your account there.',
  'not-paid-by': '{{service}} wants to be paid for this. Look at your account there.',
  'not-allowed':
    'This key may not do that. Ask the owner of the account for the right, or connect with another key.',
  'not-allowed-by':
    '{{service}} does not let this key do that. Ask the owner of the account for the right, or connect with another key.',
  'not-found':
    'The service does not know what this step asks for. Check the number or name that you gave.',
  'not-found-by':
    '{{service}} does not know what this step asks for. Check the number or name that you gave.',
  'already-there': 'The service already has this entry.',
  'already-there-by': '{{service}} already has this entry.',
  'too-large': 'This is more than the service takes at once. Send less.',
  'too-large-by': 'This is more than {{service}} takes at once. Send less.',
  'refused-fields': 'The service refused what these fields hold. Check them, then try again.',
  'refused-fields-by': '{{service}} refused what these fields hold. Check them, then try again.',
  'too-many':
    'The service asks for a pause: too many requests in a short time. Footbridge waits and tries again by itself.',
  'too-many-by':
    '{{service}} asks for a pause: too many requests in a short time. Footbridge waits and tries again by itself.',
  'service-busy':
    'The service is busy or being repaired. It is not your flow. Try again in a while.',
  'service-busy-by':
    '{{service}} is busy or being repaired. It is not your flow. Try again in a while.',
  'service-broken':
    'The service has a fault of its own ({{status}}). It is not your flow. Try again in a while.',
  'service-broken-by':
    '{{service}} has a fault of its own ({{status}}). It is not your flow. Try again in a while.',
  'too-slow': 'The service took too long to answer. Try again.',
  'too-slow-by': '{{service}} took too long to answer. Try again.',
  moved: 'The service points to another address. Footbridge does not take your key there.',
  'moved-by': '{{service}} points to another address. Footbridge does not take your key there.',
  refused: 'The service refused this request ({{status}}).',
  'refused-by': '{{service}} refused this request ({{status}}).',

  'answer-unexpected':
    'The service answered, but not with the list that this step expects. Look at the answer below.',
  'next-unreadable':
    'The list goes on, but the service points to a next part that cannot be asked for. What came so far is not the whole list.',
  'next-in-circle':
    'The service gives the same part of the list again and again. What came so far may not be the whole list.',

  'address-unreadable':
    'This is not a complete web address. It begins with https:// and a name, such as https://api.example.com.',
  'path-value':
    'A value that belongs into the address is missing or cannot be used there. Fill it in.',
  'path-refused':
    'The address of this request could lead somewhere else than meant. Nothing was sent; correct it in the step.',
  'header-not-sendable':
    'The header “{{header}}” holds a line break or a sign that cannot be sent. Take it out.',
  'body-not-yet': 'This version of Footbridge cannot send files yet.',
  'no-origin': 'This component does not say where its service is.',
  'method-missing': 'Choose in the settings what this step should do.',
  'formula-in-request':
    'This component wants to make its request with a formula, which a component cannot. Tell whoever made it.',
  'not-http': 'This version of Footbridge cannot make this kind of call yet.',
} as const satisfies Readonly<Record<string, string>>;
