import type { Translation } from '../translation.ts';

/** Words of the place where everything is found. */
export const find = {
  title: 'Alles finden',
  ask: 'Schritt, Feld oder Befehl suchen',
  'ask-list': 'Ablauf, Vorlage, Dienst oder Befehl suchen',
  'kind-flow': 'Abläufe',
  'kind-template': 'Vorlagen',
  'kind-step': 'Schritte',
  'kind-group': 'Gruppen',
  'kind-note': 'Notizen',
  'kind-field': 'Felder',
  'kind-component': 'Schritt hinzufügen',
  'kind-service': 'Dienste',
  'kind-command': 'Befehle',
  'field-in': 'Feld von Schritt {{number}}, {{step}}',
  'field-out': 'Geliefert von Schritt {{number}}, {{step}}',
  'service-beside': 'Was damit geht',
  'step-beside': '{{number}} · {{what}}',
  none: 'Nichts passt zu „{{text}}“.',
  count: '{{count}} gefunden',
  components_one: '{{count}} Baustein passt: {{first}}. Enter fügt ihn hinzu.',
  components_other: '{{count}} Bausteine passen, am besten {{first}}. Enter fügt ihn hinzu.',
} as const satisfies Translation['find'];
