/** Why a change of the flow is not made, and what a flow still lacks. Sentences: what, where, what now. */
export const flow = {
  'read-only': 'This flow is being changed in another tab. Take it over here to change it.',
  'unknown-change': 'This change comes from another version of Footbridge and cannot be made here.',
  'unknown-step': 'This step is no longer in the flow.',
  'unknown-edge': 'This connection is no longer in the flow.',
  'unknown-credential': 'This credential is no longer in the flow. Choose another one.',
  'credential-of-other-component':
    'The credential “{{credential}}” belongs to another component. Choose one of this component, or connect again.',
  'id-taken': 'This is in the flow already.',
  'tries-not-possible': 'Choose from 1 to {{most}} tries.',
  'parallel-not-possible': 'Choose from 1 to {{most}} messages at once.',
  'limit-not-possible': 'Choose from 1 to {{most, number}}.',
  'name-empty': 'A name needs at least one letter.',
  'shape-name-empty': 'A field needs a name.',
  'shape-name-taken': 'There is a field “{{name}}” already. Choose another name.',
  'shape-name-refused':
    'The name “{{name}}” means something else to computers. Choose another one.',
  'edge-to-itself': 'A step cannot be connected to itself.',
  'edge-twice': 'These two steps are connected already.',
  'edge-circle': 'This would send data round in a circle. Connect it to a later step.',
  'edge-into-start': '{{step}} starts the flow, so nothing can lead to it.',
  'unknown-note': 'This note is no longer in the flow.',
  'unknown-group': 'This group is no longer in the flow.',
  'step-twice': 'A step stands in a group once only.',
  'step-in-group': 'One of these steps is in another group. Take it out of that group first.',
  'sample-of-other-step': 'This sample belongs to another step.',

  // What is unfinished.
  'no-steps': 'Add a first step: where does the data come from?',
  'first-cannot-start':
    '“{{step}}” needs data from a step before it. Put a step first that reads something or is called.',
  'second-start':
    '“{{step}}” also starts the flow. Take one of the two out, or make a flow of its own.',
  'not-connected': 'Nothing leads to “{{step}}”, so it never gets any data. Connect it.',
  'start-does-not-fit-manual': '“{{step}}” starts when it is called. Let the flow start that way.',
  'start-does-not-fit-schedule': '“{{step}}” cannot start on a schedule. Choose another start.',
  'start-does-not-fit-poll': '“{{step}}” cannot tell what is new. Choose another start.',
  'start-does-not-fit-webhook': '“{{step}}” cannot be called from outside. Choose another start.',
  'component-unknown':
    'The component of “{{step}}” is not here ({{component}}). Add it, or replace the step.',
  'operation-not-chosen': 'Choose what “{{step}}” does.',
  'operation-unknown':
    'What “{{step}}” did is no longer offered by its component. Choose something else it can do.',
  'component-newer':
    '“{{step}}” was made with a newer version of its component ({{wants}}; here is {{has}}). Test it before you rely on it.',
  'credential-missing': 'Connect “{{step}}”: it needs an account.',
  'credential-unknown':
    '“{{step}}” has a credential that does not fit its component. Connect again.',
  'shape-unknown': 'Say what comes out of “{{step}}”.',
  'output-unknown':
    'What “{{step}}” gives is not known yet. Test it once or paste an example, then later steps can offer its fields.',
  'fields-not-read':
    'The fields of “{{step}}” are known to its service alone. Connect it and open the step: they are read then.',
  'fields-outdated':
    'The settings of “{{step}}” were changed after its fields were read. Connect it and open the step: they are read again.',
  'question-gone': '“{{field}}” is not offered by the service any more. Choose something else.',
  'introspection-off':
    'This service does not tell what it offers: that is switched off there. Ask its makers for their documentation, then choose “Write the question yourself” under “Operation” and paste an example answer.',
  'graphql-not-here':
    'There is nothing at this address. Look into the service’s documentation: the address often ends in /graphql.',
  'fields-unreadable':
    'The service described its fields in a way that cannot be read. Ask whoever made this component.',
  'fields-none': 'The service knows nothing of this. Choose it again under “Settings”.',
  'way-gone':
    'The connection from “{{from}}” to “{{to}}” begins at a way out that is gone. Connect “{{to}}” again.',
  'branch-without-condition':
    '“{{branch}}” of “{{step}}” has no condition yet, so nothing goes that way. Say when it does, or take it out.',
  'answers-nobody':
    '“{{step}}” answers a call, but this flow is not started by one. Start it with a Webhook (“Receive a call”), or take this step out.',
  'join-one-way':
    '“{{step}}” waits for several ways, but only one leads to it. Connect the others to it as well.',
  'slot-unused': '“{{step}}” keeps a mapping of what it did before. Nothing uses it now.',
  'slot-of-other-kind':
    'This part of “{{step}}” holds something that does not belong there. Fill it again.',
  'step-off': '“{{step}}” is switched off: data passes by it.',
  'group-empty': 'Nothing is left in the group “{{group}}”.',

  // One-click mends.
  'fix-start-manual': 'Start by hand',
  'fix-start-schedule': 'Start every hour',
  'fix-start-poll': 'Look for new entries every 5 minutes',
  'fix-start-webhook': 'Start when called',
  'fix-connect': 'Connect it to “{{from}}”',
  'fix-disconnect': 'Take the connection to “{{step}}” out',
  'fix-switch-on': 'Switch it on',
  'fix-use-credential': 'Use “{{credential}}”',
  'fix-shape-of-next': 'The same as “{{step}}” needs',
  'fix-remove-group': 'Take the group out',
  'fix-remove-slot': 'Take it out',

  // A file that is not taken as a flow.
  'file-empty': 'This file is empty.',
  'file-not-json':
    'This file cannot be read as a flow. Was it changed in another program? Export the flow again.',
  'file-not-json-at':
    'This file is damaged at line {{line}}, column {{column}}. Mend that place, or export the flow again.',
  'file-cut':
    'This file ends in the middle, after line {{line}}: its rest is missing. Download or export it again.',
  'file-too-deep': 'This file is nested deeper than any flow. It was not read.',
  'file-foreign': 'This is a file of another kind ({{what}}), not a Footbridge flow.',
  'file-unknown': 'This file can be read, and it is not a Footbridge flow.',
  'file-newer':
    'This flow was made with a newer Footbridge (format {{version}}; this one knows {{known}}). Update Footbridge, then import it again.',
  'file-too-old': 'This flow is of a format that is no longer known ({{version}}).',
  'file-broken': 'One part of this flow cannot be read: {{where}}.',
  'file-flow-twice': 'Two flows in this file have the same ID ({{id}}): {{where}}.',
  'file-id-twice': 'Two parts of this flow have the same ID ({{id}}): {{where}}.',
  'file-edge-loose': 'A connection leads to a step that is not in the file ({{id}}): {{where}}.',
  'file-edge-twice': 'The same two steps are connected twice: {{where}}.',
  'file-credential-loose': 'A step uses a credential that is not in the file ({{id}}): {{where}}.',
  'file-circle':
    'The connections of this flow run in a circle. A flow has to lead from its start to an end.',

  // The flow in plain sentences.
  'reads-empty': 'This flow does nothing yet.',
  'reads-start-manual': 'Somebody starts this flow by hand.',
  'reads-start-schedule': 'This flow starts on a schedule ({{cron}}, time of {{zone}}).',
  'reads-start-times': 'This flow starts on a schedule: {{schedule}} (time of {{zone}}).',
  'reads-start-poll-minutes_one': 'This flow looks for something new every minute.',
  'reads-start-poll-minutes_other': 'This flow looks for something new every {{count}} minutes.',
  'reads-start-poll-seconds_one': 'This flow looks for something new every second.',
  'reads-start-poll-seconds_other': 'This flow looks for something new every {{count}} seconds.',
  'reads-start-webhook': 'This flow starts when another service calls “{{step}}”.',
  'reads-first': 'First, “{{step}}” uses {{component}}: {{operation}}.',
  'reads-first-each':
    'First, “{{step}}” uses {{component}}: {{operation}}. Each entry goes on by itself.',
  'reads-first-list':
    'First, “{{step}}” uses {{component}}: {{operation}}. The whole list goes on at once.',
  'reads-then': 'After {{after}}, “{{step}}” uses {{component}}: {{operation}}.',
  'reads-then-each':
    'After {{after}}, “{{step}}” uses {{component}}: {{operation}}. Each entry goes on by itself.',
  'reads-then-list':
    'After {{after}}, “{{step}}” uses {{component}}: {{operation}}. The whole list goes on at once.',
  'reads-values': 'It always uses {{values}}.',
  'reads-fills_one': 'It fills {{fields}} with earlier data.',
  'reads-fills_other': 'It fills these fields with earlier data: {{fields}}.',
  'reads-fills-more_one': 'It fills these fields with earlier data: {{fields}} and {{count}} more.',
  'reads-fills-more_other':
    'It fills these fields with earlier data: {{fields}} and {{count}} more.',
  'reads-condition': 'Only what fits the condition of “{{step}}” goes on.',
  'reads-branches-first':
    'Each message takes the first way that fits: {{branches}}. The rest goes to “{{otherwise}}”.',
  'reads-branches-all':
    'Each message takes every way that fits: {{branches}}. The rest goes to “{{otherwise}}”.',
  'reads-branches-none': 'Everything goes to “{{otherwise}}”.',
  'reads-joins': 'It waits for what each message gives by these ways: {{ways}}.',
  'reads-off': '“{{step}}” is switched off.',
  'reads-unknown': 'What “{{step}}” does is not chosen yet.',
  'reads-tries_one': '“{{step}}” asks once and does not try again.',
  'reads-tries_other': '“{{step}}” asks up to {{count, number}} times.',
  'reads-parallel_one': '“{{step}}” works on one message after the other.',
  'reads-parallel_other': '“{{step}}” works on {{count, number}} messages at once.',
  'reads-failure-skip': 'What “{{step}}” cannot do is left out and counted.',
  'reads-failure-error-branch': 'What “{{step}}” cannot do takes the way for failures.',
  'reads-note': 'Note: {{note}}',
  'reads-way': 'What goes to “{{way}}”:',
  'reads-way-numbered': 'What goes to “{{way}}”, way {{number}}:',
  'reads-usual': 'What “{{step}}” gives:',
  'reads-usual-open': 'What “{{step}}” gives leads nowhere yet.',
  'reads-way-number': 'Way {{number}}:',
  'reads-way-failures': 'What “{{step}}” cannot do:',
  'reads-way-open': 'What goes to “{{way}}” leads nowhere yet.',
  'reads-goes-on': 'It goes on with “{{step}}”.',
} as const satisfies Readonly<Record<string, string>>;
