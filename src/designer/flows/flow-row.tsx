import { Text, Tooltip } from '@mantine/core';
import { Folder } from 'lucide-react';
import { Link } from 'wouter';
import { say } from '../../words/index.ts';
import type { useFlowActions } from '../effects/use-flow-actions.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { toFullTime, toRelativeTime } from '../ui/relative-time.ts';
import { FlowMenu } from './flow-menu.tsx';
import { lastRunInWords } from './last-run.ts';
import css from './flow-row.module.css';

interface FlowRowProps {
  readonly flow: ListedFlow;
  readonly folders: readonly string[];
  readonly actions: ReturnType<typeof useFlowActions>;
}

const iconsShown = 6;

/** A flow in the list: the whole row opens it. */
export function FlowRow({ flow, folders, actions }: FlowRowProps) {
  const { lastRun } = flow;
  const lastRunWords = lastRunInWords(lastRun, Date.now());
  return (
    <li className={css.row}>
      <div className={css.words}>
        <Link href={`/flows/${flow.id}`} className={css.name}>
          <bdi>{flow.name}</bdi>
        </Link>
        <Text size="xs" c="dimmed">
          {flow.steps === 0 ? say('flows.no-steps') : say('flows.steps', { count: flow.steps })} ·{' '}
          <Tooltip label={toFullTime(flow.updatedAt)}>
            <span className={css.when}>
              {say('flows.changed', { when: toRelativeTime(flow.updatedAt, Date.now()) })}
            </span>
          </Tooltip>
        </Text>
        <Text size="xs" c={lastRun?.status === 'failed' ? 'var(--fb-red)' : 'dimmed'}>
          {lastRun === undefined ? (
            lastRunWords
          ) : (
            <Tooltip label={toFullTime(lastRun.at)}>
              <span className={css.when}>{lastRunWords}</span>
            </Tooltip>
          )}
        </Text>
        {(flow.folder !== undefined || flow.tags.length > 0) && (
          <div className={css.filed}>
            {flow.folder !== undefined && (
              <span className={css.folder}>
                <Folder size={13} aria-hidden />
                {flow.folder}
              </span>
            )}
            {flow.tags.map((tag) => (
              <span key={tag} className={css.tag}>
                {tag}
              </span>
            ))}
          </div>
        )}
      </div>
      <span className={css.icons}>
        {flow.components.slice(0, Math.min(iconsShown, flow.steps)).map((component, at) => (
          <ComponentIcon key={`${component}-${at}`} component={component} size={24} />
        ))}
        {flow.steps > iconsShown && (
          <Text size="xs" c="dimmed">
            +{flow.steps - iconsShown}
          </Text>
        )}
      </span>
      <FlowMenu flow={flow} folders={folders} actions={actions} />
    </li>
  );
}
