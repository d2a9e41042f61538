import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { writeJson, type Json, type JsonSchema } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { download } from '../../ui/download.ts';
import { csvOf } from './csv.ts';
import { useViewChoice } from './use-view-choice.ts';
import { viewChoices } from './view-choices.ts';

/** Table, page, tree or JSON: one choice for all data. */
export function ViewToggle() {
  const [choice, choose] = useViewChoice();
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('run-panel.view-as')}
      value={choice}
      onChange={choose}
      data={viewChoices.map(({ value, Icon }) => ({
        value,
        label: (
          <span
            title={say(`run-panel.view-${value}`)}
            style={{ display: 'flex', alignItems: 'center', height: 18 }}
          >
            <Icon size={14} role="img" aria-label={say(`run-panel.view-${value}`)} />
          </span>
        ),
      }))}
    />
  );
}

const shownMs = 1_500;

/** Copies the data as JSON; it is written only when it is wanted. */
export function CopyData({ value, label }: { readonly value: Json; readonly label: string }) {
  const { toasts } = useWorkbench();
  const [done, setDone] = useState(false);
  const copy = async () => {
    try {
      // A page that did not come over a secure line has no clipboard.
      await navigator.clipboard.writeText(writeJson(value, 2));
      setDone(true);
      setTimeout(() => setDone(false), shownMs);
    } catch {
      toasts.show({ text: say('run-panel.copy-failed'), tone: 'trouble' });
    }
  };
  const words = done ? say('run-panel.copied') : say('run-panel.copy');
  return (
    <Tooltip label={words}>
      <ActionIcon size="sm" aria-label={`${words}: ${label}`} onClick={() => void copy()}>
        {done ? <Check size={14} /> : <Copy size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}

interface DownloadDataProps {
  readonly value: Json;
  readonly schema: JsonSchema | undefined;
  readonly label: string;
}

/** The data as a file: what is seen as a table of rows for a spreadsheet, anything else as JSON. */
export function DownloadData({ value, schema, label }: DownloadDataProps) {
  const [choice] = useViewChoice();
  const words = say('run-panel.download');
  const save = () => {
    const csv = choice === 'table' ? csvOf(value, schema) : undefined;
    if (csv === undefined) download(`${label}.json`, writeJson(value, 2));
    else download(`${label}.csv`, csv, 'text/csv;charset=utf-8');
  };
  return (
    <Tooltip label={words}>
      <ActionIcon size="sm" aria-label={`${words}: ${label}`} onClick={save}>
        <Download size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
