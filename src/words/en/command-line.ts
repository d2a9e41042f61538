/** What `footbridge` says on the command line: how it is used, and what is missing before a flow can run. */
export const commandLine = {
  usage: `footbridge run FLOW.json      runs a flow that the designer exported, once, on this computer

  --credentials FILE   keys and passwords that the flow signs in with, by the name of the connection:
                       { "CRM": { "key": "..." } }
                       or one variable for each: FOOTBRIDGE_CREDENTIAL_CRM
  --input FILE         what is sent to a flow that starts when it is called; "-" reads what is piped in
  --first N            only the first N messages
  --most-messages N    ends with a refusal where the run would make more than N messages
  --message-mb N       how big a message may be, in megabytes
  --calls-at-once N    how many calls may be on their way at once, of all steps together
  --wait-seconds N     how long a service may take until it begins to answer, and between two parts of its answer;
                       of these four what the flow says counts where the option is left out, else 1,000,000
                       messages, 10 megabytes, 16 calls, 60 seconds
  --reply FILE         writes what the flow answers there, a line of JSON for each call
  --memory FILE        for a flow that starts when there is something new: takes only what was not there at the run
                       before, which FILE remembers; the first run only looks. Also what a step remembers from run
                       to run
  --flows FOLDER       other flows that this one calls, where they are not in its file
  --yes                send and change for real; without it you see what would be sent, and nothing is
  --json               each report of the run as one line of JSON, for programs
  --help               this text

It ends with 0 when all is done, 1 when something was refused and left out, 2 when the run stopped because
something did not work, 3 when the flow or what was asked cannot be used, 130 when you stopped it.`,
  'unknown-command':
    'Footbridge does not know "{{command}}". footbridge --help shows what it does.',
  'unknown-option': 'There is no option "{{option}}". footbridge --help shows the ones there are.',
  'option-empty': '"{{option}}" needs something after it. footbridge --help shows what.',
  'not-a-number': '"{{option}} {{value}}" is not a whole number above 0, such as {{option}} 5.',
  'too-high': '"{{option}}" is {{most, number}} at most.',
  'limit-raised':
    'This is a limit of the run. Raise it with {{option}}, or for good in the designer: “Limits of a run”.',
  'no-flow': 'Which flow? Give the file that the designer exported: footbridge run FLOW.json',
  'two-flows': 'One flow at a time: there is "{{one}}" and "{{other}}".',

  'file-missing': 'There is no file {{file}}.',
  'file-unreadable': 'The file {{file}} cannot be read ({{reason}}).',
  'flow-unusable': '{{file}} cannot be run:',
  'problem-at': '{{what}} (at {{path}})',
  'problem-of': '"{{step}}": {{what}} (at {{path}})',
  'problems-help':
    'Open the flow in the designer, mend it there and export it again. Nothing was run.',

  'input-missing':
    '"{{step}}" starts this flow when something is sent to it. Give what is sent: --input FILE, or --input - to pipe it in.',
  'input-not-wanted': 'This flow takes no input: "{{step}}" gets its data by itself.',
  'input-unreadable': 'The input is not JSON (line {{line}}, column {{column}}).',
  'input-not-json': 'The input is not JSON.',
  'input-empty': 'The input is empty.',

  'called-missing':
    'This flow calls "{{name}}", which is not in the file. Export it again with the flows that it calls, or give a folder with its file: --flows FOLDER',
  'folder-unreadable': 'The folder {{folder}} cannot be read ({{reason}}).',
  'memory-not-wanted':
    'This flow does not start when there is something new, and no step of it remembers anything from run to run. Leave --memory out.',
  reply: 'Answer (status {{status}}): {{answer}}',
  'reply-of-many': 'Answer to call {{number}} (status {{status}}): {{answer}}',
  'reply-not-written':
    'The run is over, but the answers could not be written to {{file}} ({{reason}}).',
  'memory-unreadable':
    'The file {{file}} is not what a flow remembers. Put the right one back; or delete it, then the next run only looks at what is there.',
  'memory-in-use':
    'Another run uses {{file}} at this moment. Nothing was run; try again when it has ended.',
  'memory-kept-out': 'Without --yes nothing is remembered.',
  'memory-first':
    'This is the first run with this memory: it only looks at what is there, and the next one takes what is new.',
  'credentials-unreadable':
    'The file {{file}} is not JSON (line {{line}}). It looks like { "CRM": { "key": "..." } }.',
  'credentials-not-by-name':
    'The file {{file}} does not name connections in JSON. It looks like { "CRM": { "key": "..." } }.',
  'renewed-unreadable':
    'The file {{file}} is not what Footbridge keeps of renewed sign-ins. Put the right one back; or delete it and put a new refresh token into the file of --credentials.',
  'renewed-not-written':
    'The run is over, but what services gave for the next sign-in could not be written to {{file}} ({{reason}}). Where the next run cannot sign in, put a new refresh token into the file of --credentials.',
  'refresh-token-replaced':
    'The service gave another refresh token for "{{name}}", and the one you gave is worth nothing from now on. Put it into a file for --credentials next time: there the new one is kept.',
  'credential-missing':
    'The connection "{{name}}" of {{component}} has no key. Put it under "{{name}}" into the file of --credentials, or into {{variable}}.',
  'credential-fields': 'The connection "{{name}}" needs these values, by name: {{fields}}.',
  'credential-wrong':
    'What is given for the connection "{{name}}" is not what it needs, or cannot be sent: look at "{{field}}".',
  'credential-refused': 'The connection "{{name}}" cannot be used. {{why}}',
  'place-missing':
    '{{component}} is reached at "{{place}}", and nothing says where that is. Set FOOTBRIDGE_PLACES={{place}}=https://its-address',

  'keys-go-to': 'The key of "{{name}}" goes to {{hosts}} and nowhere else.',
  'once-poll':
    'In the designer this flow takes what is new. Without --memory it takes everything that is there.',
  'log-line': '{{step}}: {{line}}',
  retrying: '{{step}}: {{why}} Trying again in {{seconds}} s.',
  'so-far': '{{counts}} …',

  refused: 'Refused at "{{step}}":',
  'refused-message': 'Message {{number, number}}, {{label}}: {{what}}',
  'refused-bare': 'Message {{number, number}}: {{what}}',
  'refused-start': '{{what}}',
  'refused-field': '{{field}}: {{value}}',
  'refused-field-says': '{{field}}: {{value}} ({{words}})',
  'says-itself': '{{component}} says: {{words}}',
  more_one: 'and {{count, number}} more.',
  more_other: 'and {{count, number}} more.',
  'at-step': '"{{step}}": {{what}}',
  'step-failed': '"{{step}}" could not run: {{what}}',
  'held-request': '{{method}} {{address}} {{body}}',
  'held-nothing-sent': 'Nothing was sent. Add --yes to send it.',
  'step-not-sent': 'Not sent',
  'status-tried': 'Tried',
  'in-total': '{{status}}: {{counts}} in {{time}}',
} as const satisfies Readonly<Record<string, string>>;
