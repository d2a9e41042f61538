/** What the list of components says about a description that cannot be used. */
export const catalog = {
  'not-a-component': 'This does not describe a component. Look at {{at}}: {{why}}.',
} as const satisfies Readonly<Record<string, string>>;
