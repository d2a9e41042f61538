/** The menu "Help", and what offers the guided lessons. */
export const help = {
  title: 'Help',
  'first-flow': 'Build a first flow, step by step',
  'break-and-fix': 'Lesson: break it and fix it',
  resume: 'Go on with the guide',
  also: 'help tutorial guide lesson learn first steps introduction',
  words: 'What do these words mean?',
  'words-also': 'help glossary terms meaning',
  offer: 'Build your first flow, step by step',
  'offer-text': '3 minutes, with sample services. No account is needed.',
  'waits-text': 'The guide waits where you left it.',
} as const satisfies Readonly<Record<string, string>>;
