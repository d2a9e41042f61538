import { Checkbox } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { kindsOf, type JsonSchema } from '../../../shared/index.ts';
import { originOf, type Origin, type RefBinding } from '../../../mapping/index.ts';
import { replaceEverywhere, usesOf, type Replacement } from '../../../flow/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { valueNow } from '../value-now.ts';
import { sourcesSeen, useMappingDesk } from '../mapping-desk.ts';
import { type ListScope, entriesOf, withinScope } from '../model/scope.ts';
import { inWords } from '../value-words.ts';
import { CandidateList, type Choosable } from './candidate-list.tsx';
import {
  brokenAt,
  replacementsFor,
  takingAsBefore,
  widest,
  type Candidate,
} from './replacements.ts';
import css from './replace-panel.module.css';

interface ReplacePanelProps {
  /** What has gone, or is to go. */
  readonly old: RefBinding;
  /** Its name, as its pill shows it. */
  readonly label: string;
  readonly wanted: JsonSchema;
  readonly root: JsonSchema;
  readonly scope: readonly ListScope[];
  /** Here only. */
  readonly onReplace: (next: RefBinding) => void;
  /** After it is done everywhere. */
  readonly onDone: () => void;
}

const proposals = 5;

/** "Replace…": what could be meant first, everything else by its name, here or in all places at once. */
export function ReplacePanel(props: ReplacePanelProps) {
  const { old, label, wanted, root, scope, onReplace, onDone } = props;
  const { catalog, document } = useWorkbench();
  const desk = useMappingDesk();
  const id = useId();
  const { flow } = document.getState();
  const origin = useMemo(() => originOf(old, entriesOf(scope)) ?? old, [old, scope]);
  const sources = useMemo(() => sourcesSeen(desk, []), [desk]);
  const seen = useMemo(() => sourcesSeen(desk, scope), [desk, scope]);
  const candidates = useMemo(
    () => replacementsFor(origin, wanted, root, seen),
    [origin, wanted, root, seen],
  );
  const places = useMemo(
    () =>
      flow === undefined
        ? 0
        : usesOf(flow, catalog, [gone(origin, brokenAt(origin, sources))]).length,
    [flow, catalog, origin, sources],
  );
  const [everywhere, setEverywhere] = useState(true);

  const choose = ({ place, titles }: Candidate) => {
    const next = originOf({ kind: 'ref', ...place }, entriesOf(scope)) ?? place;
    const broken = brokenAt(origin, sources);
    const replacement: Replacement = {
      ...widest(origin, next, broken),
      title: titles.at(-1) ?? '',
    };
    const planned = flow && replaceEverywhere(flow, catalog, replacement);
    if (everywhere && places > 1 && planned !== undefined && planned.count > 0) {
      document.apply(planned.operation);
      onDone();
      return;
    }
    const here = withinScope(next.from, next.path, scope);
    const takesList = kindsOf(wanted, root).kinds.has('array');
    const path = takesList ? here.path : takingAsBefore(here.path, old.path);
    onReplace({ ...old, from: here.from, path });
  };
  const shown = (candidate: Candidate): Choosable => {
    const ref: RefBinding = {
      kind: 'ref',
      ...withinScope(candidate.place.from, candidate.place.path, scope),
    };
    const value = inWords(valueNow(ref, desk, scope), desk.locale);
    return {
      key: candidate.key,
      titles: candidate.titles,
      source: candidate.source,
      about: candidate.reason === undefined ? value : `${sayWording(candidate.reason)} · ${value}`,
    };
  };
  const likely = candidates.filter(({ reason }) => reason !== undefined).slice(0, proposals);
  const rest = candidates.filter((candidate) => !likely.includes(candidate));
  return (
    <div className={css.panel} role="group" aria-labelledby={id}>
      <p id={id} className={css.title}>
        {say('lists.replace-title', { field: label })}
      </p>
      <CandidateList
        label={say('lists.replace-title', { field: label })}
        empty={say('lists.replace-nothing')}
        groups={[
          { title: say('lists.replace-likely'), items: likely.map(shown) },
          {
            title: say(likely.length > 0 ? 'lists.replace-rest' : 'lists.replace-any'),
            items: rest.map(shown),
          },
        ]}
        onChoose={(key) => {
          const chosen = candidates.find((candidate) => candidate.key === key);
          if (chosen !== undefined) choose(chosen);
        }}
      />
      {places > 1 && (
        <Checkbox
          size="xs"
          label={say('lists.replace-everywhere', { count: places })}
          checked={everywhere}
          onChange={(event) => setEverywhere(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

/** The gone place itself: the step, or the name that is no longer there. */
function gone({ from, path }: Origin, broken: number): Origin {
  return { from, path: path.slice(0, broken + 1) };
}
