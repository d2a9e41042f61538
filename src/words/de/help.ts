import type { Translation } from '../translation.ts';

/** Das Menü „Hilfe“, und was die geführten Lektionen anbietet. */
export const help = {
  title: 'Hilfe',
  'first-flow': 'Einen ersten Ablauf Schritt für Schritt bauen',
  'break-and-fix': 'Lektion: Fehler finden und beheben',
  resume: 'Mit der Anleitung weitermachen',
  also: 'Hilfe Einführung Anleitung Lektion lernen erste Schritte',
  words: 'Was bedeuten diese Wörter?',
  'words-also': 'Hilfe Glossar Begriffe Bedeutung',
  offer: 'Ersten Ablauf mit Anleitung bauen',
  'offer-text': '3 Minuten, mit Beispieldiensten, ohne Konto.',
  'waits-text': 'Die Anleitung wartet, wo Sie aufgehört haben.',
} as const satisfies Translation['help'];
