/** A file name from a flow's name: what every system accepts. */
export function toFileName(name: string, ending = 'flow.json'): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return `${plain === '' ? 'flow' : plain}.${ending}`;
}
