/** Templates are the list's: only who looks for one elsewhere loads them. */
export const loadTemplates = () =>
  import('../flows/templates/templates.ts').then(({ templates }) => templates);
