/** What can happen to a run and to a message in it, said by the engine itself. Services' and the proxy's refusals have areas of their own. */
export const runs = {
  cancelled: 'Not worked on, because the run was stopped before. Nothing was sent for it.',
  'cancelled-after-answer':
    'The service had answered, but the run was stopped before this was through.',
  'cancelled-while-sending':
    'The run was stopped while this was on its way. Look at the service whether it arrived.',
  circle: 'The steps lead back to themselves. Remove one of the connections.',
  defect:
    'Footbridge itself made a mistake here. Your flow is kept; try again, and tell us if it stays.',
  'entries-left-out_one':
    'One entry of the list is larger than one message may be ({{megabytes, number}} MB) and was left out. The others went on. Ask for fewer fields to get it as well.',
  'entries-left-out_other':
    '{{count, number}} entries of the list are larger than one message may be ({{megabytes, number}} MB) and were left out. The others went on. Ask for fewer fields to get them as well.',
  'entry-too-big':
    'An entry of the list is larger than one message may be ({{megabytes, number}} MB). The list was not read to its end: what comes after this entry did not go on. Ask for fewer fields, or let this step skip what it refuses.',
  'list-too-big':
    'With this message the list would become larger than one message may be ({{megabytes, number}} MB). Gather less of each message, or end the list sooner, for example after so many entries.',
  'message-too-big':
    'What this step would pass on is larger than one message may be ({{megabytes, number}} MB). Ask for less at once, for example fewer fields, or take each entry of a list as a message of its own.',
  'too-many-messages':
    'A run makes at most {{limit, number}} messages, and this step would make more. What came before has gone on. Take less at once, for example with a condition in this step, then run again for the rest.',
  'host-gone':
    'The run ended with the page or program that did it. What was sent before is sent; start again for the rest.',
  'input-incomplete': 'What this step needs could not be put together.',
  'messages-gone':
    'What was refused in that run is no longer there. Test again, then try the refused ones.',
  'no-recorded-answer':
    'In the recorded run nobody asked for this, so there is no answer to go on with.',
  'not-a-list':
    'This is one value, not a list. Choose a list, so that there is something for each entry.',
  'not-yet': '"{{step}}" uses something that this version of Footbridge cannot do yet.',
  'not-remembered':
    'What this flow remembers from run to run could not be read or kept ({{reason}}), so the next run may take the same again. Make room for it, then start again.',
  'nothing-to-run': 'There is no step to run. Add one, or switch one on.',
  'sample-gone':
    'What came in last is no longer kept in this browser. Wait for a call again, or try with the example.',
  'unknown-operation':
    '"{{step}}" uses a component that is not here. Import it, or choose another one.',
} as const;
