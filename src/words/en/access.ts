/** Coming in and going out: the pages that the server writes, and what the designer says about a session. */
export const access = {
  title: 'Footbridge',
  'sign-in': 'Sign in',
  done: 'You are signed in.',
  close: 'You can close this window and go on in Footbridge.',
  ended: 'You are signed out. Your flows stay in this browser.',
  going: 'You are signed in.',
  'go-on': 'Go on',
  'somebody-else': 'Sign in as somebody else',

  'key-label': 'Access key',
  'key-wrong': 'This is not the access key. Ask whoever set up this Footbridge.',
  'key-wait': 'There were too many wrong keys. Wait a minute, then try again.',

  'trouble-declined':
    'You were not signed in: {{host}} was told no, or said no. Try again if that was a mistake.',
  'trouble-used': 'This sign-in was used already, or took too long. Sign in again.',
  'trouble-unknown':
    'This sign-in took too long, was finished already, or was begun in another browser. Sign in again. If it happens each time, let this site keep cookies.',
  'trouble-client-refused':
    '{{host}} does not accept this Footbridge ({{code}}). Tell whoever runs it to check its ID, its secret and its address there.',
  'trouble-unreachable':
    '{{host}}, where you sign in, does not answer at the moment. Nothing is lost. Try again in a while.',
  'trouble-refused':
    '{{host}} did not sign you in ({{code}}). Try again; if it stays, tell whoever runs this Footbridge.',
  'trouble-not-understood':
    'What came back from {{host}} does not prove who you are, so you were not signed in. Try again; if it stays, tell whoever runs this Footbridge.',
  'trouble-not-allowed':
    '{{host}} knows you as {{person}}, but you are not on the list of who may use this Footbridge. Ask whoever runs it to add you.',
  'trouble-other-name':
    'Footbridge is opened by one address, and this is another one. Whoever runs it: a proxy in front of it has to pass on the Host header as it is.',
  'trouble-busy': 'Too many people are signing in at once. Try again in a moment.',

  'signed-in-as': 'Signed in as {{person}}',
  'sign-out': 'Sign out',
  'sign-out-failed': 'You could not be signed out: Footbridge does not answer. Try again.',
  'session-ended':
    'Your sign-in has ended. Nothing is lost: sign in again in a window beside this one, then go on here.',
  'sign-in-again': 'Sign in again',
} as const satisfies Readonly<Record<string, string>>;
