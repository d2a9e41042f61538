import { Modal, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { searchWords, type FindItems } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useAddStep } from '../effects/use-add-step.ts';
import { useFlowActions } from '../effects/use-flow-actions.ts';
import { useListedFlows } from '../queries/listed-flows.ts';
import { catalogueAddress } from '../state/catalogue-address.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { commandIcons } from '../ui/command-icons.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { Keys } from '../ui/kbd.tsx';
import { listEntries } from './list-entries.ts';
import { findEntries, findKinds, type FindEntry } from './find-entries.ts';
import css from './find-dialog.module.css';

/** As many of a kind as can be looked through; a further letter brings the others. */
const mostOfKind = 6;
/** What is shown before anything was asked. */
const shownOfFlow = ['step', 'command'] as const;
const shownOfList = ['flow', 'template', 'command'] as const;

interface FindDialogProps {
  readonly loadTemplates: () => Promise<readonly FlowToUse[]>;
  readonly onClose: () => void;
}

/** Of an open flow steps, fields, components and commands; in the list of flows these, templates and commands. */
export function FindDialog({ loadTemplates, onClose }: FindDialogProps) {
  const isOpen = useDocument((state) => state.flow !== undefined);
  return isOpen ? (
    <FindInFlow onClose={onClose} />
  ) : (
    <FindFlow loadTemplates={loadTemplates} onClose={onClose} />
  );
}

function FindInFlow({ onClose }: Pick<FindDialogProps, 'onClose'>) {
  const bench = useWorkbench();
  const addStep = useAddStep();
  // As the flow is when the dialog opens: nothing changes it meanwhile.
  const [search] = useState(() => searchWords(findEntries(bench, addStep)));
  return <Finder search={search} ask={say('find.ask')} unasked={shownOfFlow} onClose={onClose} />;
}

function FindFlow({ loadTemplates, onClose }: FindDialogProps) {
  const bench = useWorkbench();
  const listed = useListedFlows();
  const { beginTemplate: begin } = useFlowActions();
  const [, navigate] = useLocation();
  const [templates, setTemplates] = useState<readonly FlowToUse[]>([]);
  useEffect(() => void loadTemplates().then(setTemplates, () => undefined), [loadTemplates]);
  const search = useMemo(
    () =>
      searchWords(
        listEntries(bench, listed.kind === 'ready' ? listed.flows : [], templates, {
          open: (id) => navigate(`/flows/${id}`),
          begin: (template) => void begin(template),
          lookUp: (component) => navigate(catalogueAddress(component)),
        }),
      ),
    [bench, listed, templates, navigate, begin],
  );
  return (
    <Finder search={search} ask={say('find.ask-list')} unasked={shownOfList} onClose={onClose} />
  );
}

interface FinderProps {
  readonly search: FindItems<FindEntry>;
  readonly ask: string;
  readonly unasked: readonly FindEntry['kind'][];
  readonly onClose: () => void;
}

/** The arrows choose, Enter does it. */
function Finder({ search, ask, unasked, onClose }: FinderProps) {
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const isUnasked = text.trim() === '';
  const groups = useMemo(
    () => groupsOf(search(text), isUnasked ? unasked : undefined),
    [search, text, isUnasked, unasked],
  );
  const shown = groups.flatMap(({ entries }) => entries);
  const chosen = shown[at];
  const list = useRef<HTMLDivElement>(null);
  const optionId = (index: number) => `${listId}-${String(index)}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, groups]);

  function choose(entry: FindEntry | undefined): void {
    if (entry === undefined) return;
    onClose();
    entry.act();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) setAt((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter') choose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={say('find.title')}
      size="lg"
      yOffset="10vh"
      classNames={{ body: css.body }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={ask}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        {...(chosen !== undefined && { 'aria-activedescendant': optionId(at) })}
        placeholder={ask}
        leftSection={<Search size={16} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={say('find.title')}
        className={css.list}
      >
        {groups.map(({ kind, from, entries }) => (
          <div key={kind} role="group" aria-label={say(`find.kind-${kind}`)}>
            <div className={css.kind} aria-hidden>
              {say(`find.kind-${kind}`)}
            </div>
            {entries.map((entry, index) => (
              <Option
                key={entry.key}
                id={optionId(from + index)}
                of={entry}
                chosen={from + index === at}
                onPoint={() => setAt(from + index)}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={shown.length === 0 ? css.none : css.count}>
        {shown.length === 0
          ? say('find.none', { text })
          : text.trim() !== '' && say('find.count', { count: shown.length })}
      </p>
    </Modal>
  );
}

interface OptionProps {
  readonly id: string;
  readonly of: FindEntry;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, of, chosen, onPoint, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={css.option}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={onChoose}
    >
      <Icon of={of} />
      <span className={css.title}>{of.title}</span>
      {of.beside !== undefined && <span className={css.beside}>{of.beside}</span>}
      {of.keys !== undefined && <Keys keys={of.keys} />}
    </div>
  );
}

function Icon({ of: { icon } }: { readonly of: FindEntry }) {
  if ('component' in icon) return <ComponentIcon component={icon.component} size={22} />;
  const Drawing = commandIcons[icon.command];
  return (
    <span className={css.drawing} aria-hidden>
      <Drawing size={15} />
    </span>
  );
}

interface FoundGroup {
  readonly kind: FindEntry['kind'];
  /** The place of its first entry among all. */
  readonly from: number;
  readonly entries: readonly FindEntry[];
}

/** Without a question only what there are few of. The kind with the best hit comes first. */
function groupsOf(
  hits: readonly { readonly item: FindEntry }[],
  unasked: readonly FindEntry['kind'][] | undefined,
): readonly FoundGroup[] {
  const kinds =
    unasked ?? findKinds.toSorted((one, other) => placeOf(hits, one) - placeOf(hits, other));
  let from = 0;
  return kinds.flatMap((kind) => {
    const entries = hits
      .filter(({ item }) => item.kind === kind)
      .slice(0, mostOfKind)
      .map(({ item }) => item);
    const group = { kind, from, entries };
    from += entries.length;
    return entries.length === 0 ? [] : [group];
  });
}

function placeOf(hits: readonly { readonly item: FindEntry }[], kind: FindEntry['kind']): number {
  const at = hits.findIndex(({ item }) => item.kind === kind);
  return at < 0 ? hits.length : at;
}
