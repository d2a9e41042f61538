const all = 'passed/';

/** How the names begin under which a host keeps the keys that passed at steps of a flow. */
export function keptKeysOf(flow: string): string {
  return `${all}${flow}/`;
}

/** Whether a host keeps keys that passed under this name. */
export function isKeptKeys(name: string): boolean {
  return name.startsWith(all);
}
