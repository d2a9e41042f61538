import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import { touchedByChanges, type NamedField, type ShapeChanges } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import type { DescribedFields } from '../../effects/use-described-fields.ts';
import { useDocument, useView, useWorkbench } from '../../state/workbench.ts';
import { Notice } from '../../ui/notice.tsx';
import { UseList } from '../../ui/use-list.tsx';

interface DescribedNoticeProps {
  readonly step: string;
  readonly fields: DescribedFields;
  readonly tab: 'settings' | 'mapping';
  readonly readOnly: boolean;
}

/** Where the fields of a step come from, how far they are read, and what became different. */
export function DescribedNotice({ step, fields, tab, readOnly }: DescribedNoticeProps) {
  const news = useView((state) => state.fieldNews[step]);
  const isWhole = fields.kind === 'read' && fields.elsewhere.length + fields.unread.length === 0;
  if (isWhole && tab === 'mapping' && news === undefined) return null;
  return (
    <Stack gap={8} mb={16}>
      <HowFar fields={fields} readOnly={readOnly} />
      {news !== undefined && fields.kind !== 'reading' && <News step={step} news={news} />}
    </Stack>
  );
}

interface HowFarProps {
  readonly fields: DescribedFields;
  readonly readOnly: boolean;
}

function HowFar({ fields, readOnly }: HowFarProps) {
  switch (fields.kind) {
    case 'waiting':
      return (
        <Text size="sm" c="dimmed" role="status">
          {fields.words}
        </Text>
      );
    case 'reading':
      return (
        <Group gap={8} role="status">
          <Loader size={14} aria-hidden />
          <Text size="sm" c="dimmed">
            {say('inspector.fields-reading', { of: fields.of })} {fields.loading?.words}
          </Text>
          {fields.loading !== undefined && (
            <Button size="compact-xs" variant="subtle" onClick={fields.loading.stop}>
              {say('inspector.stop-reading')}
            </Button>
          )}
        </Group>
      );
    case 'failed':
      return (
        <Notice tone="open">
          <strong>{say('inspector.fields-failed', { of: fields.of })}</strong> {fields.why}{' '}
          {fields.isKept && say('inspector.fields-failed-kept')}
          <div>
            <Button mt={8} size="compact-sm" variant="default" onClick={fields.retry}>
              {say('inspector.try-again')}
            </Button>
          </div>
        </Notice>
      );
    case 'read':
      return (
        <>
          {fields.elsewhere.map((host) => (
            <Notice key={host} tone="open">
              {say('inspector.fields-elsewhere', { host })}
              <div>
                <Button
                  mt={8}
                  size="compact-sm"
                  variant="default"
                  disabled={readOnly}
                  onClick={() => fields.agree(host)}
                >
                  {say('inspector.fields-ask-there', { host })}
                </Button>
              </div>
            </Notice>
          ))}
          {fields.unread.length > 0 && (
            <Notice tone="open">
              {say('inspector.fields-left-open', { places: listed(fields.unread) })}
            </Notice>
          )}
          <Group gap={8} justify="space-between" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {say('inspector.fields-read', { of: fields.of })}
            </Text>
            <Button
              size="compact-xs"
              flex="none"
              variant="subtle"
              leftSection={<RotateCw aria-hidden size={12} />}
              disabled={readOnly}
              onClick={fields.again}
            >
              {say('inspector.fields-again')}
            </Button>
          </Group>
        </>
      );
  }
}

type ChangesBySide = Readonly<Partial<Record<'input' | 'output', ShapeChanges>>>;

function News({ step, news }: { readonly step: string; readonly news: ChangesBySide }) {
  const { catalog, view } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const { input, output } = news;
  if (input === undefined && output === undefined)
    return (
      <Text size="xs" c="dimmed" role="status">
        {say('inspector.fields-same')}
      </Text>
    );
  const touched = flow && touchedByChanges(flow, catalog, step, news);
  return (
    <div role="status">
      <Notice tone="open">
        <strong>{say('inspector.fields-changed', { what: counted([input, output]) })}</strong>
        <Named word="inspector.fields-needed-new" fields={input?.added} />
        <Named word="inspector.fields-needed-gone" fields={input?.gone} />
        <Named word="inspector.fields-needed-other" fields={input?.other} />
        <Named word="inspector.fields-given-new" fields={output?.added} />
        <Named word="inspector.fields-given-gone" fields={output?.gone} />
        <Named word="inspector.fields-given-other" fields={output?.other} />
        {touched !== undefined && touched.filled.length > 0 && (
          <div>{say('inspector.fields-filled-stay', { names: namesOf(touched.filled) })}</div>
        )}
        {touched !== undefined && touched.readers.length > 0 && (
          <>
            <div>{say('inspector.fields-readers-stay', { count: touched.readers.length })}</div>
            <UseList uses={touched.readers} />
          </>
        )}
        <Button
          mt={8}
          size="compact-sm"
          variant="default"
          onClick={() => view.tellFieldNews(step, undefined)}
        >
          {say('inspector.fields-seen')}
        </Button>
      </Notice>
    </div>
  );
}

interface NamedProps {
  readonly word:
    | 'inspector.fields-needed-new'
    | 'inspector.fields-needed-gone'
    | 'inspector.fields-needed-other'
    | 'inspector.fields-given-new'
    | 'inspector.fields-given-gone'
    | 'inspector.fields-given-other';
  readonly fields: readonly NamedField[] | undefined;
}

function Named({ word, fields = [] }: NamedProps) {
  return fields.length === 0 ? null : <div>{say(word, { names: namesOf(fields) })}</div>;
}

/** "2 new, 1 gone": a field that is both needed and given is one field to a person. */
function counted(sides: readonly (ShapeChanges | undefined)[]): string {
  const count = (of: 'added' | 'gone' | 'other') =>
    new Set(sides.flatMap((side) => side?.[of].map(({ path }) => JSON.stringify(path)) ?? [])).size;
  const parts = [
    { word: 'inspector.fields-count-new', count: count('added') },
    { word: 'inspector.fields-count-gone', count: count('gone') },
    { word: 'inspector.fields-count-other', count: count('other') },
  ] as const;
  return parts
    .filter((part) => part.count > 0)
    .map((part) => say(part.word, { count: part.count }))
    .join(', ');
}

const namesShown = 6;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown}, …` : shown;
}

function namesOf(fields: readonly NamedField[]): string {
  const shown = fields
    .slice(0, namesShown)
    .map(({ title }) => say('common.quoted', { text: title }));
  return `${shown.join(', ')}${fields.length > namesShown ? ', …' : ''}`;
}
