/** Without a connection, and when Footbridge was renewed. */
export const offline = {
  mark: 'Offline',
  title: 'There is no connection to Footbridge',
  text: 'You can go on: what you change is kept in this browser, and steps run on samples. Services and accounts cannot be reached.',
  'comes-back': 'The connection is looked for every few seconds. You need not do anything.',
  gone: 'The connection to Footbridge is gone. You can go on working; services cannot be reached.',
  back: 'The connection to Footbridge is back.',
  'new-version':
    'A new version of Footbridge is ready. Your work is kept; load the page again to use it.',
  'load-again': 'Load again',
  later: 'Later',
  renewed: 'Footbridge was renewed while this page was loading. Load it again.',
};
