/** Words of the frame and of what is said everywhere. */
export const common = {
  'server-gone': 'Footbridge itself does not answer. Is it still running? Start it again, then try again.',
  'answer-unreadable': 'Footbridge gave an answer that this page does not understand. Load the page again.',
} as const satisfies Readonly<Record<string, string>>;
