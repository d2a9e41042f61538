import type { Translation } from '../language.ts';

/** The list of what is unfinished. */
export const problems = {
  button_one: '{{count}} offener Punkt',
  button_other: '{{count}} offene Punkte',
  'next-decide': 'Als Nächstes: Ihre Antwort',
  'next-add-step': 'Als Nächstes: Schritt hinzufügen',
  'next-test': 'Als Nächstes: Ablauf testen',
  'next-export': 'Bereit',
  title: 'Noch zu erledigen',
  'none-decide': 'Der Test steht still und wartet auf Ihre Antwort.',
  'do-decide': 'Test zeigen',
  'none-add-step':
    'Bis hierher ist alles ausgefüllt. Fügen Sie als Nächstes einen Schritt hinzu, der etwas mit den Daten tut.',
  'do-add-step': 'Schritt hinzufügen',
  'none-test': 'Alles ist ausgefüllt. Testen Sie den Ablauf, um zu sehen, was geschieht.',
  'do-test': 'Ablauf mit {{count}} testen',
  'none-export': 'Alles ist ausgefüllt und getestet.',
  'do-export': 'Ablauf exportieren',
  flow: 'Der Ablauf',
  'not-connected': 'Verbinden Sie „{{step}}“: Dieser Browser hat noch keinen Schlüssel dafür.',
  'of-step': '{{number}} · {{step}}',
  more_one: 'und {{count}} weiterer',
  more_other: 'und {{count}} weitere',
  'fix-done': 'Erledigt: {{what}}',
  hint: 'Hinweis',
  warning: 'Bitte ansehen',
  error: 'Zu erledigen',
} as const satisfies Translation['problems'];
