/** Data as a page to read. */
export const dataPage = {
  more: 'Show more of it',
  'more-text': 'Show more of {{count, number}} characters',
  'whole-text': 'Show all {{count, number}} characters',
  'as-page': 'Show as a web page',
  'as-text': 'Show as text',
  frame: '{{label}} as a web page',
  'frame-help': 'Shown apart: it can run nothing and load nothing.',
  'picture-broken': 'This picture cannot be shown.',
} as const satisfies Readonly<Record<string, string>>;
