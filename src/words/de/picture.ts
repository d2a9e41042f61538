import type { Translation } from '../translation.ts';

/** The flow as a picture in a file. */
export const picture = {
  open: 'Als Bild speichern',
  also: 'exportieren png svg Bild Bildschirmfoto',
  title: 'Als Bild speichern',
  of: 'Bild von {{flow}}',
  part: 'Was darauf ist',
  whole: 'Ganzer Ablauf',
  selected_one: '{{count}} gewählter Schritt',
  selected_other: '{{count}} gewählte Schritte',
  look: 'Aussehen',
  light: 'Hell',
  dark: 'Dunkel',
  format: 'Datei',
  size: 'Größe',
  times: '{{scale}}×',
  transparent: 'Ohne Hintergrund',
  'size-png': '{{file}} · {{width, number}} × {{height, number}} Bildpunkte',
  'size-svg': '{{file}} · scharf in jeder Größe',
  smaller:
    'Ein so großes Bild lässt sich nicht zeichnen: Dieses ist kleiner. Ein SVG kennt diese Grenze nicht.',
  'no-values':
    'Darauf sind Namen, Notizen und Verbindungen: keine Einstellungen, keine Daten, keine Schlüssel.',
  save: 'Bild speichern',
  'not-drawn':
    'Der Browser konnte dieses Bild nicht zeichnen. Wählen Sie eine kleinere Größe oder SVG.',
} as const satisfies Translation['picture'];
