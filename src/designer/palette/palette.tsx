import { ActionIcon, CloseButton, Text, TextInput } from '@mantine/core';
import { LayoutGrid, PanelLeftClose, PanelLeftOpen, Plus, Search } from 'lucide-react';
import {
  lazy,
  startTransition,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Link } from 'wouter';
import type { ComponentSummary } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/first.ts';
import { cameFrom, catalogueAddress } from '../state/catalogue-address.ts';
import { firstViewStands } from '../state/first-view.ts';
import { withFavourite } from '../state/palette-choice.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { useAddStep } from '../effects/use-add-step.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tip } from '../ui/tip.tsx';
import { PaletteGhost } from './palette-ghost.tsx';
import { beginningOf, groupsOf, tabStopOf } from './palette-groups.ts';
import { PaletteItem } from './palette-item.tsx';
import { useFolding } from './use-folding.ts';
import { useInsertion } from './use-insertion.ts';
import { usePaletteChoice } from './use-palette-choice.ts';
import { walkButtons } from '../ui/walk-buttons.ts';
import css from './palette.module.css';

const FittingSteps = lazy(() =>
  import('./fitting-steps.tsx').then(({ FittingSteps }) => ({ default: FittingSteps })),
);
const PaletteFound = lazy(() =>
  import('./palette-found.tsx').then(({ PaletteFound }) => ({ default: PaletteFound })),
);
const PaletteSheet = lazy(() =>
  import('./palette-sheet.tsx').then(({ PaletteSheet }) => ({ default: PaletteSheet })),
);

/** As many as a window shows; the others are drawn when the first view stands. */
const firstItems = 24;

/** Everything a step can be made of. Beside the canvas; on a phone a sheet that "+" opens. */
export function Palette({ narrow }: { readonly narrow: boolean }) {
  const { view } = useWorkbench();
  const { open, toggle } = useFolding();
  const inserting = useView((state) => state.insertAt !== undefined);
  const readOnly = useDocument((state) => state.readOnly);
  const choosing = useView((state) => state.choosing);
  // The sheet is loaded when it is first wanted.
  const [wasOpen, setWasOpen] = useState(false);
  if (choosing && !wasOpen) setWasOpen(true);

  useEffect(() => {
    if (narrow && inserting) view.setState({ choosing: true });
  }, [narrow, inserting, view]);

  if (readOnly) return null;
  if (narrow)
    return (
      <>
        <ActionIcon
          className={css.fab}
          variant="filled"
          color="bridge"
          size={52}
          radius={26}
          aria-label={say('canvas.empty-action')}
          data-palette-search
          data-guide="choose"
          onClick={() => view.setState({ choosing: true })}
        >
          <Plus size={24} />
        </ActionIcon>
        {wasOpen && (
          <Suspense>
            <PaletteSheet
              opened={choosing}
              onClose={() => view.setState({ choosing: false, insertAt: undefined })}
            >
              <List wide onAdded={() => view.setState({ choosing: false })} />
              <AllServices wide />
            </PaletteSheet>
            <PaletteGhost raised />
          </Suspense>
        )}
      </>
    );
  return (
    <nav className={css.palette} data-icons={!open || undefined} aria-label={say('canvas.palette')}>
      <List wide={open} />
      <div className={css.foot}>
        <AllServices wide={open} />
        <Tip
          label={say(open ? 'canvas.palette-collapse' : 'canvas.palette-expand')}
          position="right"
        >
          <IconButton
            size={30}
            aria-label={say(open ? 'canvas.palette-collapse' : 'canvas.palette-expand')}
            onClick={toggle}
          >
            {open ? <PanelLeftClose size={16} /> : <PanelLeftOpen size={16} />}
          </IconButton>
        </Tip>
      </div>
      <PaletteGhost />
    </nav>
  );
}

function List({ wide, onAdded }: { readonly wide: boolean; readonly onAdded?: () => void }) {
  const { catalog } = useWorkbench();
  const [text, setText] = useState('');
  const insertAt = useView((state) => state.insertAt);
  /** For which place it was typed. */
  const [typedFor, setTypedFor] = useState(insertAt);
  const [{ favourites, recent }, change] = usePaletteChoice();
  // As it was when the page was opened: nothing moves under the hand.
  const [lately] = useState(recent);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const hint = useId();
  const giveUp = useInsertion(field);
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => {
    void firstViewStands().then(() => startTransition(() => setIsWhole(true)));
  }, []);
  const groups = groupsOf(catalog.list, { favourites });
  const shown = isWhole ? groups : beginningOf(groups, firstItems);
  const [reached, setReached] = useState<string>();
  const tabStop = tabStopOf(shown, reached);
  const searching = text.trim() !== '';
  const firstFound = () => list.current?.querySelector<HTMLElement>('[data-walk]');
  /** What was searched for has been found: the whole list is there again, at the place of what was added. */
  function foundAndAdded(component: string): void {
    setText('');
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-walk][data-guide="add ${CSS.escape(component)}"]`)
        ?.focus(),
    );
  }
  const item = (component: ComponentSummary, operation?: string): ReactNode => (
    <li key={component.id}>
      <PaletteItem
        component={component}
        wide={wide}
        isFirstView={!isWhole}
        kept={favourites.includes(component.id)}
        isTabStop={searching || component.id === tabStop}
        onReached={() => setReached(component.id)}
        onKeep={(kept) => change((now) => withFavourite(now, component.id, kept))}
        {...(operation !== undefined && { operation })}
        onAdded={onAdded ?? (searching ? () => foundAndAdded(component.id) : undefined)}
      />
    </li>
  );

  return (
    <>
      {wide && (
        <div className={css.head} onKeyDown={giveUp} role="presentation">
          <TextInput
            ref={field}
            data-palette-search
            aria-label={say('canvas.palette-search')}
            placeholder={say('canvas.palette-search')}
            leftSection={<Search size={15} />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setTypedFor(insertAt);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && searching) {
                event.stopPropagation();
                setText('');
              }
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'ArrowDown') firstFound()?.focus();
              else if (event.key === 'Enter' && searching) firstFound()?.click();
              else return;
              event.preventDefault();
            }}
            rightSection={
              text === '' ? null : (
                <CloseButton
                  size="sm"
                  aria-label={say('canvas.palette-clear')}
                  onClick={() => {
                    setText('');
                    field.current?.focus();
                  }}
                />
              )
            }
          />
          <InsertNote
            searching={searching && typedFor === insertAt}
            {...(onAdded !== undefined && { onAdded })}
          />
          {!searching && <UsedLast components={lately} />}
        </div>
      )}
      {!searching && (
        <p id={hint} className={css.hidden}>
          {say(wide ? 'canvas.palette-walk' : 'canvas.palette-walk-icons')}
        </p>
      )}
      <div
        ref={list}
        className={css.list}
        onKeyDown={(event) => {
          walkButtons(event);
          giveUp(event);
        }}
        role="presentation"
        {...(!searching && {
          role: 'toolbar',
          'aria-label': say('canvas.palette'),
          'aria-orientation': 'vertical',
          'aria-describedby': hint,
        })}
      >
        {searching ? (
          <Suspense>
            <PaletteFound text={text} item={item} />
          </Suspense>
        ) : (
          shown.map(({ key, title, components }) => (
            <section key={key} aria-labelledby={`palette-${key}`}>
              <h2 id={`palette-${key}`} className={wide ? css.group : css.hidden}>
                {title}
              </h2>
              <ul className={css.items}>{components.map((component) => item(component))}</ul>
            </section>
          ))
        )}
      </div>
    </>
  );
}

/** What is in the list, and what each can do, looked up at leisure. */
function AllServices({ wide }: { readonly wide: boolean }) {
  const flow = useDocument((state) => state.flow?.id);
  const insertAt = useView((state) => state.insertAt);
  const selectedStep = useView((state) => state.selectedStep);
  const from = cameFrom(flow, { insertAt, selectedStep });
  const words = say('canvas.palette-all');
  return (
    <Link
      href={catalogueAddress(undefined, from)}
      className={css.all}
      {...(!wide && { title: words, 'aria-label': words })}
    >
      <LayoutGrid size={15} aria-hidden />
      {wide && words}
    </Link>
  );
}

/** Beside the list, which keeps its places. */
function UsedLast({ components }: { readonly components: readonly string[] }) {
  const { catalog } = useWorkbench();
  const addStep = useAddStep();
  const known = components.flatMap((id) => catalog.summary(id) ?? []);
  if (known.length === 0) return null;
  return (
    <div className={css.last} role="group" aria-label={say('canvas.palette-recent')}>
      <span aria-hidden>{say('canvas.palette-recent')}</span>
      {known.map(({ id, title }) => {
        const words = say('canvas.palette-again', { name: wordsOf(title) });
        return (
          <Tip key={id} label={words} position="bottom">
            <button
              type="button"
              className={css.lastItem}
              aria-label={words}
              onClick={() => addStep(id)}
            >
              <ComponentIcon component={id} size={24} />
            </button>
          </Tip>
        );
      })}
    </div>
  );
}

/** Where the next component goes, after "+" was pressed; it can be taken back. */
function InsertNote({
  searching,
  onAdded,
}: {
  readonly searching: boolean;
  readonly onAdded?: () => void;
}) {
  const { view } = useWorkbench();
  const at = useView((state) => state.insertAt);
  const flow = useDocument((state) => state.flow);
  if (at === undefined || flow === undefined) return null;
  const { steps, edges } = indexOf(flow);
  const name = (id: string | undefined) => steps.get(id ?? '')?.step.name ?? '';
  const edge = 'edge' in at ? edges.get(at.edge) : undefined;
  const after = 'after' in at ? at.after : edge?.from;
  return (
    <>
      <div className={css.note} role="status">
        <Text size="xs">
          {'after' in at
            ? say('canvas.palette-after', { step: name(at.after) })
            : say('canvas.palette-between', { from: name(edge?.from), to: name(edge?.to) })}
        </Text>
        <CloseButton
          size="xs"
          aria-label={say('common.cancel')}
          onClick={() => view.setState({ insertAt: undefined })}
        />
      </div>
      {after !== undefined && !searching && (
        <Suspense>
          <FittingSteps after={after} {...(onAdded !== undefined && { onAdded })} />
        </Suspense>
      )}
    </>
  );
}
