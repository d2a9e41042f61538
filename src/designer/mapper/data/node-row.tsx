import { Check, ChevronDown } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import {
  choiceTitle,
  isJsonList,
  schemaAt,
  titleOf,
  type JsonPath,
} from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { KindIcon, kindWord } from '../kind-icon.tsx';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { valueOf, type DataNode, type DataSource } from '../model/data-tree.ts';
import { inWords } from '../value-words.ts';
import type { RowProps } from './row-props.ts';
import { EntryStepper } from './entry-stepper.tsx';
import { keyOf, type TreeRows } from './tree-rows.ts';
import css from './data.module.css';

interface NodeRowProps {
  readonly node: DataNode;
  readonly source: DataSource;
  readonly tree: TreeRows;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly row: RowProps;
  readonly onPointerDown: (event: React.PointerEvent) => void;
  readonly onPick: () => void;
}

/** A piece of data: type, label, value in the shown sample; lit when the field that is looked at takes it. */
export function NodeRow(props: NodeRowProps) {
  const { node, source, tree, isOpen, onToggle, row, onPointerDown, onPick } = props;
  const desk = useMappingDesk();
  const found = valueOf(node, source.sample, tree.entryOf);
  const value = choiceTitle(found, node.schema, source.type.schema) ?? inWords(found, desk.locale);
  const count = isJsonList(found) ? found.length : 0;
  const used = useUsedIn(node.id);
  const isLit = useDesk(
    ({ lookedAt, usage }) =>
      lookedAt.field !== undefined && usage.dataOf.get(lookedAt.field)?.has(node.id) === true,
  );
  const look = () => desk.store.setState({ lookedAt: { data: node.id } });
  const usedWords = used.length === 0 ? '' : say('mapper.used-in', { fields: used.join(', ') });
  return (
    <div
      {...row}
      className={css.dataRow}
      role="treeitem"
      aria-level={node.depth + 2}
      aria-posinset={node.place}
      aria-setsize={node.siblings}
      aria-expanded={node.hasChildren ? isOpen : undefined}
      aria-label={
        say('mapper.data-row', { field: node.label, kind: kindWord(node.kind), value }) +
        (usedWords === '' ? '' : `, ${usedWords}`)
      }
      title={usedWords === '' ? keyOf(node) : `${keyOf(node)} · ${usedWords}`}
      data-indent={Math.min(node.depth, 8)}
      data-lineage={isLit || undefined}
      onFocus={() => {
        row.onFocus();
        look();
      }}
      onPointerEnter={(event) => event.pointerType === 'mouse' && look()}
      onPointerDown={onPointerDown}
      onMouseDown={keepCaret}
      onClick={onPick}
    >
      {node.hasChildren ? (
        <span
          className={css.twist}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <ChevronDown size={14} className={css.turn} data-open={isOpen || undefined} />
        </span>
      ) : (
        <span className={css.twist} />
      )}
      <KindIcon kind={node.kind} />
      <bdi className={css.dataLabel}>{node.label}</bdi>
      {isOpen && node.hasChildren && count > 1 ? (
        <EntryStepper
          list={node.label}
          entry={tree.entryOf(node.id)}
          count={count}
          onEntry={(entry) => tree.setEntry(node.id, entry)}
        />
      ) : (
        <bdi className={css.dataValue}>{value}</bdi>
      )}
      {used.length > 0 && <Check aria-hidden size={13} className={css.used} />}
    </div>
  );
}

/** Who picks with the mouse into a text goes on typing there: the row takes no focus from it. Other controls end with a pick. */
function keepCaret(event: React.MouseEvent): void {
  const at = document.activeElement;
  if (at instanceof HTMLElement && at.isContentEditable && at.closest('[data-field]') !== null)
    event.preventDefault();
}

const mostNamed = 4;

/** Labels of the fields that take this data. */
function useUsedIn(id: string): readonly string[] {
  return useDesk(
    useShallow(({ usage, root }) => {
      const fields = usage.fieldsOf.get(id) ?? [];
      const labels = fields.slice(0, mostNamed).map((key) => {
        const path = JSON.parse(key) as JsonPath; // `targetKey` wrote it
        const end = path.findLastIndex((step) => typeof step === 'string');
        return titleOf(schemaAt(root, path.slice(0, end + 1)), String(path[end] ?? ''));
      });
      return fields.length > mostNamed
        ? [...labels, say('mapper.used-in-more', { count: fields.length - mostNamed })]
        : labels;
    }),
  );
}
