import type { Translation } from '../translation.ts';

export const offline = {
  mark: 'Offline',
  title: 'Es besteht keine Verbindung zu Footbridge',
  text: 'Sie können weiterarbeiten: Ihre Änderungen bleiben in diesem Browser, und Schritte laufen mit Beispielen. Dienste und Zugänge sind nicht erreichbar.',
  'comes-back': 'Die Verbindung wird alle paar Sekunden gesucht. Sie müssen nichts tun.',
  gone: 'Die Verbindung zu Footbridge ist unterbrochen. Sie können weiterarbeiten; Dienste sind nicht erreichbar.',
  back: 'Die Verbindung zu Footbridge besteht wieder.',
  'new-version':
    'Eine neue Version von Footbridge ist da. Ihre Arbeit bleibt erhalten; laden Sie die Seite neu, um sie zu benutzen.',
  'load-again': 'Neu laden',
  later: 'Später',
  renewed:
    'Footbridge wurde erneuert, während diese Seite geladen wurde. Laden Sie sie noch einmal.',
} as const satisfies Translation['offline'];
