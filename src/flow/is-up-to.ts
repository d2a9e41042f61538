/** A whole number that a person may choose; undefined: as usual. */
export function isUpTo(most: number, number: number | undefined): boolean {
  return number === undefined || (Number.isInteger(number) && number >= 1 && number <= most);
}
