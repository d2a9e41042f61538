import type { PageBlock } from './page-blocks.ts';

type Heading = Extract<PageBlock, { kind: 'heading' }>;
type Field = Extract<PageBlock, { kind: 'field' }>;

/** A heading and the fields that stand under it. */
export interface PageSection {
  readonly id: string;
  readonly heading: Heading | undefined;
  readonly fields: readonly Field[];
}

export function sectionsOf(blocks: readonly PageBlock[]): readonly PageSection[] {
  const sections: { id: string; heading: Heading | undefined; fields: Field[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading')
      sections.push({ id: `# ${block.id}`, heading: block, fields: [] });
    else if (sections.length === 0)
      sections.push({ id: block.id, heading: undefined, fields: [block] });
    else sections.at(-1)?.fields.push(block);
  }
  return sections;
}
