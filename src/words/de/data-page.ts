import type { Translation } from '../translation.ts';

/** Data as a page to read. */
export const dataPage = {
  more: 'Mehr davon zeigen',
  'more-text': 'Mehr von {{count, number}} Zeichen zeigen',
  'whole-text': 'Alle {{count, number}} Zeichen zeigen',
  'as-page': 'Als Webseite zeigen',
  'as-text': 'Als Text zeigen',
  frame: '{{label}} als Webseite',
  'frame-help': 'Abgeschottet gezeigt: Sie kann nichts ausführen und nichts laden.',
  'picture-broken': 'Dieses Bild lässt sich nicht zeigen.',
} as const satisfies Translation['data-page'];
