import type { Translation } from '../translation.ts';

/** What is said about the fields that use something, before it goes or changes. */
export const uses = {
  'delete-step': '„{{name}}“ löschen?',
  'delete-steps_one': '{{count}} Schritt löschen?',
  'delete-steps_other': '{{count}} Schritte löschen?',
  'of-step_one': '{{count}} Feld eines anderen Schritts ist mit seinen Daten ausgefüllt:',
  'of-step_other': '{{count}} Felder anderer Schritte sind mit seinen Daten ausgefüllt:',
  'of-field_one': '{{count}} Feld verwendet „{{field}}“:',
  'of-field_other': '{{count}} Felder verwenden „{{field}}“:',
  stay_one: 'Es bleibt, wie es ist, rot markiert, bis Sie ihm andere Daten geben.',
  stay_other: 'Sie bleiben, wie sie sind, rot markiert, bis Sie ihnen andere Daten geben.',
  keep: 'Behalten',
  delete: 'Löschen',
  'remove-anyway': 'Entfernen',
} as const satisfies Translation['uses'];
