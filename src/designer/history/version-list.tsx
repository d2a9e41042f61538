import { Bookmark, CircleDot, RotateCw } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { say } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { toFullTime, toRelativeTime } from '../ui/relative-time.ts';
import { nameOf, type Version } from './versions.ts';
import { whatBecame } from './what-became.ts';
import { useCronWords } from '../effects/schedule-words.ts';
import css from './history.module.css';

interface VersionListProps {
  readonly versions: readonly Version[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** One stop for the keyboard; the arrows choose. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = versions.findIndex(({ id }) => id === chosen);
  const [now] = useState(() => Date.now());
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function onKeyDown(event: KeyboardEvent): void {
    const last = versions.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    const version = to === undefined ? undefined : versions[to];
    if (version === undefined) return;
    event.preventDefault();
    onChoose(version.id);
  }

  return (
    <div
      ref={list}
      className={css.list}
      role="listbox"
      tabIndex={0}
      data-autofocus
      aria-label={say('versions.list')}
      {...(chosen !== undefined && { 'aria-activedescendant': `${listId}-${chosen}` })}
      onKeyDown={onKeyDown}
    >
      {versions.map((version) => (
        <div
          key={version.id}
          id={`${listId}-${version.id}`}
          className={css.version}
          role="option"
          tabIndex={-1}
          aria-selected={version.id === chosen}
          data-kind={version.kind}
          data-undone={(version.kind === 'place' && version.isUndone) || undefined}
          onClick={() => onChoose(version.id)}
        >
          <Mark version={version} />
          <span className={css.what}>
            <bdi>{nameOf(version)}</bdi>
            <StateWord version={version} />
            <Became version={version} />
          </span>
          {version.at !== undefined && (
            <time className={css.when} title={toFullTime(version.at)}>
              {toRelativeTime(version.at, Math.max(now, version.at))}
            </time>
          )}
        </div>
      ))}
    </div>
  );
}

/** Many changes have one name: what became what tells them apart. */
function Became({ version }: { readonly version: Version }) {
  const { catalog } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const change = version.kind === 'place' ? version.change : undefined;
  const cronWords = useCronWords();
  const lines = useMemo(
    () =>
      change === undefined || flow === undefined
        ? []
        : whatBecame(change, flow, catalog, cronWords),
    [change, flow, catalog, cronWords],
  );
  return lines.map((line, at) => (
    <span key={at} className={css.became}>
      {line}
    </span>
  ));
}

function Mark({ version }: { readonly version: Version }) {
  if (version.kind === 'checkpoint') return <Bookmark size={15} aria-hidden />;
  if (version.isNow) return <CircleDot size={15} aria-hidden />;
  return version.isUndone ? <RotateCw size={14} aria-hidden /> : <i className={css.dot} />;
}

function StateWord({ version }: { readonly version: Version }) {
  if (version.kind === 'checkpoint')
    return (
      <span className={css.state}>
        {say(version.checkpoint.automatic === true ? 'versions.automatic' : 'versions.checkpoint')}
      </span>
    );
  if (version.isNow) return <span className={css.state}>{say('versions.now')}</span>;
  return version.isUndone ? <span className={css.state}>{say('versions.undone')}</span> : null;
}
