/** Why the proxy said no: what happened, where, what next. */
export const proxy = {
  'request-not-understood':
    'Footbridge did not understand what this page sent ({{at}}). Load the page again; if it stays, the page and the server are of different versions.',
  'request-too-large':
    'This is more than the {{megabytes}} MB that may be sent at once. Send fewer or smaller messages.',
  'not-found': 'Footbridge has nothing at this address. Load the page again.',
  'server-fault': 'Something went wrong inside Footbridge; nothing was lost. Try again.',
  'not-signed-in':
    'You are not signed in to Footbridge any more. Sign in again (load the page if you are not asked to), then try again; your flows are kept in this browser.',
  'foreign-page': 'Another website tried to use Footbridge. It was stopped.',
  'foreign-host':
    'Footbridge is not known by the name "{{host}}". Open it by the address it showed when it was started.',
  'too-many-calls':
    'More than {{count}} requests are under way at once. Wait a moment, then try again.',
  'calls-too-fast':
    'Footbridge sends at most {{count, number}} requests a minute, and these were more. Wait a moment and try again, or put the step “Rate limit” before this one.',

  'component-unknown':
    'This Footbridge does not have the component "{{component}}". Choose another one.',
  'mail-without-recipient': 'This e-mail goes to nobody. Fill in "To".',
  'mail-too-many-recipients':
    'This e-mail goes to {{count}} people, and one may go to {{most}}. Send one e-mail for each of them.',
  'mail-too-many-attachments':
    'This e-mail has {{count, number}} attachments, and one may have {{most}}. Send several e-mails, or put the files into one archive.',
  'mail-too-large':
    'This e-mail has more than {{megabytes}} MB with its attachments. Leave some of them out.',
  'mail-address-not-valid':
    '"{{address}}" is no e-mail address such as ada@example.com. Correct it where it comes from.',
  'file-too-large':
    '"{{path}}" has more than {{megabytes}} MB, and a message may not have more. Choose in the step to have the file as it is, to pass it on, or choose a smaller file.',
  'file-too-large-to-pass':
    'This file has more than {{megabytes}} MB, and a file to pass on may not have more. Choose a smaller one.',
  'file-not-taken':
    'This step takes no file to pass on. Have the step that reads the file give its text or its content as Base64.',
  'one-file-only':
    'There are {{count, number}} files to pass on here, and one can be sent at a time. Use a step for each of them.',
  'file-not-signable':
    '{{host}} wants what is sent to be signed, which cannot be done with a file that is passed on. Have the step that reads the file give its content as Base64.',
  'file-content-missing':
    'There is nothing to write: neither a text, nor content as Base64, nor a file to pass on. Fill in one of them.',
  'sign-in-renewed':
    'The sign-in was renewed while the file was on its way, so it was not taken. Try again.',
  'file-is-folder': '"{{path}}" is a folder, not a file. Say the name of a file in it.',
  'file-name-missing': 'The path ends with a folder. Add the name of the file.',
  'file-not-text': '"{{path}}" is no plain text (UTF-8). Read it as Base64 instead.',
  'file-path-not-usable':
    'This path has a sign that no file name has, or it is too long. Check the field with the path.',
  'base64-not-readable':
    'The content is no Base64 text. Fill in the text itself instead, or check where it comes from.',
  'host-key-unknown':
    '{{host}} shows a key that nobody has confirmed yet: {{key}}. Compare it with what the owner of the server gave you, then trust it in the credential form.',
  'host-key-changed':
    '{{host}} shows another key than the one you trusted: {{key}}. Nothing was sent. Ask the owner of the server whether its key was changed; if so, connect again.',
  'encryption-needed':
    'Without encryption everybody on the way could read the password. Choose an encryption, or ask whoever runs Footbridge to name {{host}} as a destination.',
  'no-encryption-there':
    '{{host}} offers no encryption on this port. Check the port and the kind of encryption in the credential form.',
  'sign-in-key-not-readable':
    'The private key cannot be read. Paste the whole file, from the first line of dashes to the last one, and check its passphrase.',
  'task-unknown':
    'This Footbridge does not know how to do this. It may be older than the flow: renew it, or choose another operation.',
  'credential-type-unknown':
    'This component has no way to sign in called "{{type}}". Choose another way in the credential form.',
  'credential-incomplete':
    'Something is missing or does not fit in the credential form ({{field}}). Fill it in, then connect again.',
  'credential-unusable-character':
    'A value in the credential form ({{field}}) has a character that cannot be sent, such as a line break. Copy the value again, without what is around it.',
  'recipe-not-understood':
    'The signing recipe names "{{name}}" in braces, and there is no such thing. Correct it in the credential form: {method}, {path}, {body} and others, as the help there says.',
  'key-not-readable':
    'The private key in the credential form ({{field}}) cannot be read. Copy the whole key again, with the lines that say BEGIN and END.',
  'signing-secret-not-readable':
    'The signing secret in the credential form ({{field}}) cannot be read. Copy all of it again, from "whsec_" to its last letter, as the service shows it.',
  'sign-in-needed': 'Sign in at the service first: press the button in the credential form.',
  'sign-in-unknown':
    'This sign-in took too long, or was finished already. Start again in the credential form.',
  'sign-in-other-browser':
    'This sign-in was started in another browser. Finish it there, or start again here.',
  'sign-in-other-service':
    'This answer did not come from {{host}}, so it was not used. Start again; if it happens again, check the addresses in the credential form.',
  'sign-in-declined': '{{host}} was told not to allow this. Start again if that was a mistake.',
  'sign-in-refused':
    '{{host}} did not sign you in: “{{why}}”. Check the credential form, then try again.',
  'app-refused':
    '{{host}} does not accept the ID or secret of the app. Check both at the service, then enter them again.',
  'app-not-set-up':
    'Signing in to “{{app}}” has to be set up once. Enter the ID and secret of the app in the credential form.',
  'app-by-operator':
    'Whoever runs this Footbridge sets the app of this service: by {{variable}} and its secret, in the environment.',
  'account-elsewhere':
    '{{host}} names a place for your account that does not belong to this service (“{{said}}”), so nothing was connected. Check that you signed in with the right account; if it happens again, tell whoever runs this Footbridge.',
  'account-which':
    'Your account at {{host}} opens these: {{names}}. Say in the credential form which one is meant, then sign in again.',
  'tokens-not-understood':
    '{{host}} answered a sign-in with something that is none. Check the addresses in the credential form.',
  'tokens-unavailable':
    '{{host}} cannot sign anybody in at the moment (answer {{status}}). Try again in a while.',
  'credential-too-large':
    'What is in the credential form is too long to be kept. Check that only the key was pasted.',
  'credential-without-host':
    'The form does not say which address the key belongs to. Fill in the address, then connect again.',
  'address-not-valid':
    '"{{address}}" is not the address of a service. It starts with https:// and a name, such as https://api.example.com.',
  'file-path-not-valid':
    '"{{file}}" is not the place of a file. Give its full path on the computer where Footbridge runs, such as /srv/data/shop.sqlite.',
  'place-unknown':
    'This Footbridge does not know where "{{place}}" is. Ask whoever runs it to set its address.',

  'credential-not-valid': 'This credential cannot be opened any more. Connect again.',
  'credential-expired': 'This credential has expired. Connect again.',
  'credential-other-workspace':
    'This credential belongs to another browser or workspace. Connect again here.',
  'credential-revoked': 'This credential was deleted. Connect again.',
  'sign-in-again':
    '{{host}} does not accept this sign-in any more: it has ended, or was withdrawn. Connect again.',
  'credential-other-component':
    'This credential belongs to another component. Choose one of this component, or connect again.',
  'host-not-allowed':
    'The key of this credential may not be sent to {{host}}. Use the address it was connected for, or connect again with this one.',
  'https-needed':
    'A key is not sent to {{host}} over an open line that others can read. Use an address that starts with https://.',
  'read-only':
    'This step says that it only reads, and this request ({{method}}) could change something. Nothing was sent.',
  'method-not-allowed':
    'Footbridge cannot send a request of the kind "{{method}}". Choose another one in the step.',
  'path-not-allowed':
    'The address part "{{path}}" could lead somewhere else than meant. Nothing was sent; correct it in the step.',
  'no-envelope':
    'This account signs SOAP messages only, and this request is none. Use the step “SOAP service” with it, or connect with another kind of account.',
  'header-not-allowed':
    'The header "{{header}}" may not be set in a step. For keys and passwords use a credential.',

  'destination-not-allowed':
    '{{host}} is inside a private network, where Footbridge does not go by itself. If it should, ask whoever runs Footbridge to start it with: {{allow}}',
  'folder-not-allowed':
    '{{file}} is in a folder that Footbridge does not open by itself. If it should, ask whoever runs Footbridge to start it with: {{allow}}',
  'file-not-found':
    'There is no file {{file}} on the computer where Footbridge runs. Check its path and name.',
  'own-address': '{{host}} is Footbridge itself. A flow cannot call it this way.',
  'host-not-found':
    'There is no service by the name {{host}}. Check the address, or your connection, then try again.',
  'service-unreachable':
    '{{host}} cannot be reached: nothing answers there. The service may be down, or the connection is cut. Try again in a while.',
  'certificate-not-trusted':
    '{{host}} could not prove that it is the right one: its certificate is not trusted. It may have expired, or belong to another name. Nothing was sent. Check the address, or tell the people of the service.',
  'service-too-slow':
    '{{host}} did not answer in time. It may be busy, or this is much at once. Try again, or ask for less at once.',
  'request-not-taken':
    '{{host}} stopped taking what was sent, before it had all of it. Try again, or send less at once.',
  'answer-stalled': '{{host}} stopped in the middle of its answer. Try again.',
  'answer-too-long': '{{host}} was still sending after {{seconds}} seconds. Ask for less at once.',
  'answer-too-large':
    'The answer is larger than {{megabytes}} MB. Ask for less at once, for example for smaller pages.',
  'no-encrypted-line':
    'This server does not offer an encrypted line. If the way to it is safe, choose “Not encrypted” in the form.',
  'file-no-database': '{{file}} is no SQLite database.',
  'file-in-use': 'Another program is writing to {{file}}. Try again in a moment.',
  'step-settings-unfit': 'The settings of this step do not fit ({{place}}).',
  'table-not-chosen': 'No table is chosen. Choose one in the settings.',
  'table-unknown': 'There is no table “{{table}}”, or this user may not see it.',
  'table-without-key':
    'The table “{{table}}” has no primary key. Choose the columns that tell which row is meant.',
  'table-keeps-nothing-unique':
    'The table “{{table}}” may have several rows with the same {{columns}}. It keeps no columns unique.',
  'columns-not-unique':
    'The table “{{table}}” may have several rows with the same {{columns}}. Choose columns that it keeps unique: {{kept}}.',
  'column-unknown': 'The table “{{table}}” has no column “{{column}}”.',
  'no-column-to-follow': 'Choose the column that grows with every new row.',
  'row-not-found': 'No row of “{{table}}” has {{values}}.',
  'nothing-to-change': 'No column to change was given.',
  'changed-too-much':
    'More than {{count, number}} rows, or more data than can be held, would be given back before the change is final, so it was taken back. Let it give back less, or read the rows in a step of their own.',
  'key-without-value': '“{{column}}” tells which row is meant, and has no value.',
  'condition-without-value': 'The condition on “{{column}}” has no value.',
  'parameter-missing': 'The value “:{{name}}” is missing.',
  'parameters-by-name': 'Write parameters by name with a colon, such as :email.',
  'statement-missing': 'There is no statement. Write one, such as: SELECT * FROM customers',
  'statement-too-long': 'This statement is too long.',
  'statements-several': 'These are several statements. A step runs one; use a step for each.',
  'statement-does-not-end':
    'A text, a quoted name or a comment of this statement does not end. It begins with {{mark}} after {{count}} characters.',
  'statement-changes':
    'A statement that begins with {{word}} changes data, and this step says that it only reads. Set “What it does” in its settings.',
  'statement-begins-otherwise':
    'A statement of a step begins with one of these words: {{words}}. This one begins with “{{word}}”.',
  'statement-comment-runs': 'Comments that the database would run are not allowed.',
  'statement-comment-in-comment': 'Comments inside comments are not read here.',
  'statement-writes-files':
    'A step does not write files on the server: OUTFILE and DUMPFILE stand in no statement.',
  'statement-reads-files':
    'A step does not read files of the server: LOAD_FILE stands in no statement outside of a text.',
  'statement-reaches-outside':
    '“{{name}}” reaches outside of the file, and is not allowed in a statement.',
  'rows-too-heavy':
    '{{host}} gave more than {{megabytes}} MB at once, and was stopped. Read fewer or smaller columns.',
  'statement-too-slow':
    '{{host}} was still working after {{seconds}} seconds, and was stopped. Ask for less at once.',
  'answer-headers-too-large':
    '{{host}} gave an answer that begins with more than can be read. Tell the people of the service.',
  'answer-not-readable':
    'The service gave an answer that cannot be read. Try again; if it stays, tell the people of the service.',
  'answer-not-json':
    '{{host}} answered in another form than usual. Keys of others could be in it that cannot be taken out there, so nobody gets to see it. Try again; if it stays, tell the people of the service.',
  'answer-cut': 'The connection to {{host}} ended in the middle of its answer. Try again.',
  'call-cancelled': 'The request was cancelled.',

  'redirect-not-followed':
    '{{from}} points to "{{to}}", which Footbridge does not follow. Check the address of the service.',
  'redirect-insecure':
    '{{from}} points to {{to}} over an open line that others can read. It was not followed.',
  'redirect-with-body':
    '{{from}} wants the data to be sent to {{to}} instead. It was not sent there; if that is right, use the new address in the step.',
  'redirect-carries-secret': '{{from}} tried to hand your key on to {{to}}. It was not followed.',
  'too-many-redirects':
    '{{host}} points from one address to the next without an end. Check the address of the service.',

  'webhook-unknown':
    'There is no such webhook address here. It may have expired: open the flow and copy its address again.',
  'webhook-not-accepted':
    'This address takes no such call: it is not known here, or the call is not signed as agreed.',
  'webhook-cannot-sign':
    'This account has no secret for signed calls. Choose or connect one that was made for this Webhook.',
  'webhook-nobody-listens':
    'No open flow is waiting for this webhook at the moment. Open the flow in Footbridge, then send again.',
  'hook-without-reply': 'The flow has taken this in and gives no answer.',
  'hook-stopped': 'The flow stopped before it could answer. Its run in Footbridge says why.',
  'hook-late_one':
    'The flow did not answer within {{count}} second. It may still be working on this.',
  'hook-late_other':
    'The flow did not answer within {{count}} seconds. It may still be working on this.',
  'webhook-busy': 'More arrives at this webhook than the flow can take. Send again a little later.',
  'too-many-webhooks': 'There are {{count}} webhook addresses already. Delete one you do not need.',

  'callback-title': 'Signing in',
  'callback-done': 'You are signed in.',
  'callback-close': 'You can close this window and go back to Footbridge.',
} as const satisfies Readonly<Record<string, string>>;
