/** Words of the guided lessons and of the list of words: loaded with them, not with the page. */
export const guide = {
  label: 'Guide',
  step: 'Step {{number}} of {{count}}',
  announced: 'Guide, step {{number}} of {{count}}, {{title}}. {{text}}',
  back: 'Back',
  forward: 'Go on',
  skip: 'Skip',
  later: 'Go on later',
  'is-done': 'This is done.',
  'later-said': 'The guide waits: “Go on with the guide” under “Help”.',
  gone: 'The flow of the guide is not here any more. Begin anew under “Help”.',
  'read-only':
    'This flow is being worked on in another tab. The guide waits until it can be worked on here.',

  'open-step': 'Open “{{step}}”: press it.',
  connect: 'Connect it',
  'connect-too': 'Connect this one, too',
  'connect-tab': 'Go to “Connect”: there you choose with which account “{{step}}” works.',
  'connect-key':
    'Press “Use the sample key”: you need no account for a sample service. For a service of your own, its key would go here.',

  'first-flow': 'Your first flow',
  begin: 'Choose where it begins',
  'begin-add':
    'A flow begins where the data is. Choose “CRM”: a sample service with made-up customers. Another one will do as well.',
  'begin-what': 'Say what it should do: “Find customers by status”, for example.',
  goal: 'Choose where it goes',
  'goal-add': 'Now choose who gets the data: “Newsletter”, for example.',
  'goal-join':
    'Nothing leads to “{{step}}” yet. Choose “Connect to…” in the menu of “{{before}}”, or draw a line from one to the other.',
  'goal-what': 'Say what happens with each of them: “Add a subscriber”, for example.',
  fill: 'Fill it in',
  'fill-tab': 'Go to “Fill in”: there you say what goes into which field.',
  'fill-match':
    'Press “Match all by name”, look at the pairs, and use them. Or fill the fields one by one.',
  'fill-rest': 'Something is still open. It is said at its field, with what helps.',
  try: 'Try it',
  'try-test': 'Press “Test”. The customers are really read; nothing is sent before you say so.',
  'try-send':
    'Look at what would be sent. “Send” really sends it to the sample service; “Do not send” ends the test.',
  'try-answer':
    'One was refused, and it says why. Leave it out and go on with the others, or stop here. Nothing else happens by itself.',
  'first-ended':
    'Your first flow is built and tested. It takes data from one service and hands it to another, and says of each refusal where it comes from.',

  'break-and-fix': 'Break it and fix it',
  'broken-name': 'Tidy customers',
  renamed: 'Find what is wrong',
  'renamed-list':
    'This flow has two mistakes. The first one is seen before anything runs: press “1 thing to do”, at the top.',
  'renamed-go':
    'A field was renamed, and what used its old name finds nothing. Press the sentence to go there.',
  'renamed-fix': 'Here it is, with what helps: press “Use “Birthday””.',
  run: 'Run it',
  'run-test': 'Nothing is missing any more. Press “Test”.',
  'run-send': 'Press “Send”. One of the customers will be refused: that is the second mistake.',
  reason: 'Find the reason',
  'reason-go':
    'The CRM says which field it does not take, and why. Press “Go to the field “Phone””.',
  mend: 'Mend it',
  'mend-field':
    'Somebody put the notes behind the phone number. Take “Notes” out of the field: press it and choose “Remove”, or press the Delete key.',
  again: 'Run it again',
  'again-test': 'Press “Test” once more.',
  'again-send': 'And “Send”: now all of them should be taken.',
  'mended-ended':
    'Nothing is refused any more. A mistake shows at its field: before the test where it can be known, after it where only the service knows.',

  'ended-title': 'Done: {{title}}',
  'through-title': 'End of the guide: {{title}}',
  through: 'You left out {{steps}}. You can do that now, or go on with the flow by yourself.',
  quoted: '“{{title}}”',
  'next-left': 'Do what was left out',
  'next-ideas': 'What next?',
  'next-lesson': 'Break a flow and fix it',
  'next-first': 'Build a flow step by step',
  'next-export': 'Export this flow',
  'next-templates': 'Look at the templates',
  close: 'Close the guide',
} as const satisfies Readonly<Record<string, string>>;

/** The words of the page, as they are meant: in the order in which a person meets them. */
export const glossary = {
  flow: ['Flow', 'What you build: steps, and what leads from one to the next.'],
  step: ['Step', 'One thing that a flow does, such as “find customers” or “add a subscriber”.'],
  component: ['Component', 'What a step is made of. The list beside the canvas has them all.'],
  connector: ['Connector', 'A component made for one service, such as a CRM or a newsletter.'],
  generic: [
    'Generic component',
    'A component for any service, or for the data between two: Webhook, Mapper, REST, Filter, …',
  ],
  operation: ['Operation', 'One thing that a component can do. You choose it first in each step.'],
  trigger: [
    'Trigger',
    'An operation that starts a flow: by hand, at a time, for what is new, or when somebody calls.',
  ],
  credential: [
    'Credential',
    'With which account a step works at a service. It is yours, kept in this browser, and used by many steps and flows.',
  ],
  settings: ['Settings', 'What stays the same for every message, such as the name of a table.'],
  mapping: ['Mapping', 'Which data goes into which field of a step. You make it under “Fill in”.'],
  message: [
    'Message',
    'What travels from step to step: one customer, one order. A list of so many messages is so many rows.',
  ],
  sample: [
    'Sample',
    'Data to look at while you build: from the last test, from an example, or written by you.',
  ],
  run: [
    'Run',
    'A flow at work, from its start to its end. A test is a run that asks before it changes anything.',
  ],
  refused: [
    'Refused',
    'A message that a service did not take. The flow says which field was the reason.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
