import type { Translation } from '../translation.ts';

/** Several steps at once: copied, put down, moved. */
export const arranging = {
  duplicate_one: 'Schritt duplizieren',
  duplicate_other: '{{count}} Schritte duplizieren',
  copy_one: 'Schritt kopieren',
  copy_other: '{{count}} Schritte kopieren',
  cut_one: 'Schritt ausschneiden',
  cut_other: '{{count}} Schritte ausschneiden',
  paste: 'Schritte einfügen',
  'switch-off': '{{count}} Schritte ausschalten',
  'switch-on': '{{count}} Schritte einschalten',
  duplicated_one: 'Eine Kopie des Schritts steht daneben.',
  duplicated_other: 'Kopien von {{count}} Schritten stehen daneben.',
  copied_one:
    '{{count}} Schritt ist kopiert. Er kann hier, in einen anderen Ablauf oder in ein anderes Fenster eingefügt werden.',
  copied_other:
    '{{count}} Schritte sind kopiert. Sie können hier, in einen anderen Ablauf oder in ein anderes Fenster eingefügt werden.',
  'copied-without': 'Schlüssel und Passwörter darin bleiben hier.',
  'copy-refused':
    'Der Browser hat das Kopieren nicht erlaubt. Drücken Sie stattdessen {{keys}} auf dem Ablauf.',
  'paste-refused':
    'Der Browser hat nicht gezeigt, was kopiert ist. Drücken Sie stattdessen {{keys}} auf dem Ablauf.',
  'paste-nothing':
    'Es sind keine Schritte kopiert. Wählen und kopieren Sie zuerst Schritte eines Ablaufs; ein Ablauf in einer Datei kann importiert werden.',
  'paste-broken':
    'Was kopiert ist, sieht nach Schritten aus, kann aber nicht gelesen werden. {{why}} Kopieren Sie die Schritte noch einmal.',
  'keys-copy': 'Strg+C (⌘C)',
  'keys-paste': 'Strg+V (⌘V)',
  pasted_one: '{{count}} Schritt ist eingefügt.',
  pasted_other: '{{count}} Schritte sind eingefügt.',
  'pasted-accounts_one': '{{count}} braucht einen Zugang: Verbinden Sie ihn.',
  'pasted-accounts_other': '{{count}} brauchen einen Zugang: Verbinden Sie sie.',
  'pasted-refs_one':
    'An {{count}} Stelle verwenden sie Daten eines Schritts, der nicht hier ist: Wählen Sie andere Daten.',
  'pasted-refs_other':
    'An {{count}} Stellen verwenden sie Daten von Schritten, die nicht hier sind: Wählen Sie andere Daten.',
  tidy: 'Aufräumen',
  'tidy-steps_one': '{{count}} Schritt aufräumen',
  'tidy-steps_other': '{{count}} Schritte aufräumen',
  tidied_one: '{{count}} Schritt hat seinen Platz.',
  tidied_other: '{{count}} Schritte lesen sich von links nach rechts.',
  'tidy-already': 'Alle Schritte stehen schon gut.',
  'tidy-slow':
    'Plätze zu finden hat zu lange gedauert. Wählen Sie weniger Schritte und räumen Sie diese auf.',
  align_one: '{{count}} Schritt ausrichten …',
  align_other: '{{count}} Schritte ausrichten …',
  'align-left': 'Linke Seiten auf eine Linie',
  'align-centre': 'Untereinander, mittig',
  'align-right': 'Rechte Seiten auf eine Linie',
  'align-top': 'Obere Seiten auf eine Linie',
  'align-middle': 'Nebeneinander, mittig',
  'align-bottom': 'Untere Seiten auf eine Linie',
  'align-across': 'Gleicher Abstand von links nach rechts',
  'align-down': 'Gleicher Abstand von oben nach unten',
  aligned_one: '{{count}} Schritt ist ausgerichtet.',
  aligned_other: '{{count}} Schritte sind ausgerichtet.',
  'aligned-already': 'Sie stehen schon so.',
  between: 'Um die Daten vorher zu bearbeiten',
  fitting: 'Passt zu dem, was der Schritt gibt',
  takes: 'Nimmt {{fields}}',
} as const satisfies Translation['arranging'];
