/** Names of data that no component gives (`src/flow/own-schemas.ts`), by what they are called in English. */
export const ownData: Readonly<Record<string, string>> = {
  Flow: 'Ablauf',
  'Flow ID': 'ID des Ablaufs',
  'Name of the flow': 'Name des Ablaufs',
  'Run ID': 'ID des Laufs',
  'Started at': 'Begonnen am',
  'What went wrong': 'Was schiefging',
  Kind: 'Art',
  'Words of the service': 'Worte des Dienstes',
  'Number of the answer': 'Nummer der Antwort',
  'Refused fields': 'Abgelehnte Felder',
  'What was sent': 'Was gesendet wurde',
  Done: 'Fertig',
};
