/** What a description says in Markdown or HTML, as a sentence or two without the marks. It stays foreign text, shown as text. */
export function plainWords(text: string | undefined, longest: number): string | undefined {
  if (text === undefined) return undefined;
  const beginning = text.slice(0, longest * 8);
  const [first = ''] = beginning.trim().split(/\n\s*\n/);
  const plain = first
    .replace(/!?\[([^\]]{0,200})\]\([^)\s]{0,500}\)/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/(\*\*|__|`+)/g, '')
    .replace(/^\s*#+\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return undefined;
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain;
}
