/** A variable of the environment by its name; undefined where it is empty. */
export type ReadSetting = (name: string) => string | undefined;

/** Throws an error that names the variable. */
export function urlOf(variable: string, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new Error(
      `${variable}: "${text}" is not an address that starts with https:// or http://.`,
    );
  return text;
}

/** Entries with commas between them. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
