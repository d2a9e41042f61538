import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Json, JsonSchema } from '../../../../shared/index.ts';
import { say, spokenLocale } from '../../../../words/index.ts';
import { firstBlocks, type PageBlock } from './page-blocks.ts';
import { PageContent } from './page-content.tsx';
import { sectionsOf } from './page-sections.ts';
import css from './page-view.module.css';

interface PageViewProps {
  readonly value: Json;
  readonly schema: JsonSchema | undefined;
  readonly label: string;
  readonly marked: ReadonlySet<string>;
  /** Where each entry stood before a search left the others out. */
  readonly stood?: readonly number[] | undefined;
}

const blocksAtOnce = 200;
const deepest = 3;

/** Data as a page to read: titles, paragraphs, dates in words, links and pictures. */
export function PageView({ value, schema, label, marked, stood }: PageViewProps) {
  const [most, setMost] = useState(blocksAtOnce);
  const blocks = useMemo(
    () => firstBlocks(most + 1, value, schema, stood),
    [value, schema, stood, most],
  );
  const hasMore = blocks.length > most;
  const sections = sectionsOf(hasMore ? blocks.slice(0, most) : blocks);
  return (
    // What scrolls by itself must be reachable by the keyboard.
    <div className={css.page} role="region" aria-label={label} tabIndex={0}>
      {sections.map(({ id, heading, fields }) => (
        <section key={id} className={css.section} data-depth={depthOf(heading)}>
          {heading !== undefined && <Heading of={heading} />}
          {fields.length > 0 && (
            <dl className={css.fields}>
              {fields.map((field) => (
                <div
                  key={field.id}
                  className={css.field}
                  data-marked={marked.has(field.id) || undefined}
                >
                  {field.title !== '' && <dt title={field.key}>{field.title}</dt>}
                  <dd>
                    <PageContent
                      of={field.content}
                      label={field.title === '' ? label : field.title}
                    />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
      {hasMore && (
        <Button size="xs" variant="default" onClick={() => setMost(most + blocksAtOnce)}>
          {say('data-page.more')}
        </Button>
      )}
    </div>
  );
}

type HeadingBlock = Extract<PageBlock, { kind: 'heading' }>;

function depthOf(heading: HeadingBlock | undefined): number {
  return Math.min(deepest, heading?.depth ?? 0);
}

function Heading({ of }: { readonly of: HeadingBlock }) {
  const Tag = (['h4', 'h5', 'h6', 'h6'] as const)[depthOf(of)] ?? 'h6';
  return (
    <Tag className={css.heading}>
      {of.number !== undefined && (
        <span className={css.number}>{of.number.toLocaleString(spokenLocale())}</span>
      )}
      {of.title}
    </Tag>
  );
}
