/** History, checkpoints, what is different between two versions, and what came back after a crash. */
export const versions = {
  'my-copy': '{{name}} (my version)',
  recovered_one: 'The page ended before it was saved. Your last change is back: {{what}}',
  recovered_other:
    'The page ended before it was saved. Your last {{count, number}} changes are back, the last one: {{what}}',
  'keep-mine': 'Keep mine as a copy',
  'load-other': 'Show the saved one',
} as const satisfies Readonly<Record<string, string>>;
