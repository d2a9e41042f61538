import { useMemo } from 'react';
import {
  itemsOf,
  kindsOf,
  propertiesOf,
  requiredOf,
  resolve,
  titleOf,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { RefBinding, Segment, SourceType } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { valueNow } from '../value-now.ts';
import { sourcesSeen, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { CandidateList, type Choosable } from '../replace/candidate-list.tsx';
import { inWords } from '../value-words.ts';
import css from './objects.module.css';

interface WholeGroupProps {
  readonly wanted: JsonSchema;
  readonly scope: readonly ListScope[];
  readonly onChoose: (binding: RefBinding) => void;
}

/** Every group of fields in sight, whole messages among them; those that have all that is needed come first. */
export function WholeGroup({ wanted, scope, onChoose }: WholeGroupProps) {
  const desk = useMappingDesk();
  const groups = useMemo(
    () => groupsInSight(sourcesSeen(desk, scope), wanted, desk.root),
    [desk, scope, wanted],
  );
  const shown = ({ key, ref, titles, source }: GroupInSight): Choosable => ({
    key,
    titles: titles.length === 0 ? [say('lists.all-of-it')] : titles,
    source,
    about: inWords(valueNow(ref, desk, scope), desk.locale),
  });
  return (
    <div className={css.chooser}>
      <CandidateList
        label={say('lists.use-whole')}
        empty={say('lists.no-group')}
        groups={[
          {
            title: say('lists.groups-fitting'),
            items: groups.filter(({ fits }) => fits).map(shown),
          },
          {
            title: say('lists.groups-other'),
            items: groups.filter(({ fits }) => !fits).map(shown),
          },
        ]}
        onChoose={(key) => {
          const chosen = groups.find((group) => group.key === key);
          if (chosen !== undefined) onChoose(chosen.ref);
        }}
      />
    </div>
  );
}

interface GroupInSight {
  readonly key: string;
  readonly ref: RefBinding;
  readonly titles: readonly string[];
  readonly source: string;
  readonly fits: boolean;
}

const deepest = 6;
const most = 200;

/** Groups inside lists are those of an entry: they are in sight inside a card. */
function groupsInSight(
  seen: readonly SourceType[],
  wanted: JsonSchema,
  root: JsonSchema,
): readonly GroupInSight[] {
  const needed = requiredOf(wanted, root);
  const found: GroupInSight[] = [];
  for (const source of seen) walk(source, resolve(source.schema, source.schema), [], [], 0);
  return found;

  function walk(
    source: SourceType,
    schema: JsonSchema,
    path: readonly Segment[],
    titles: readonly string[],
    depth: number,
  ): void {
    if (depth > deepest || found.length >= most) return;
    if (itemsOf(schema, source.schema) !== undefined) return;
    if (!kindsOf(schema, source.schema).kinds.has('object')) return;
    const fields = propertiesOf(schema, source.schema);
    found.push({
      key: JSON.stringify([source.from, ...path]),
      ref: { kind: 'ref', from: source.from, path },
      titles,
      source: source.title,
      fits: needed.every((name) => fields[name] !== undefined),
    });
    for (const [name, property] of Object.entries(fields)) {
      const inner = resolve(property, source.schema);
      walk(source, inner, [...path, name], [...titles, titleOf(inner, name)], depth + 1);
    }
  }
}
