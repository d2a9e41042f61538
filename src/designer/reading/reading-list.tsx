import { say } from '../../words/index.ts';
import type { SpokenLine } from '../effects/use-reading.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument } from '../state/workbench.ts';
import { nestedLines, type NestedLine } from './nested-lines.ts';
import css from './reading.module.css';

interface ReadingListProps {
  readonly lines: readonly SpokenLine[];
  /** Makes each step's name a link to it. */
  readonly onGo?: (step: string) => void;
}

/** Sentences in the order in which the flow runs, what happens on a branch below its name. */
export function ReadingList({ lines, onGo }: ReadingListProps) {
  const [start, ...rest] = lines;
  return (
    <>
      <p className={css.start}>{start?.text}</p>
      {rest.length > 0 && (
        <Lines lines={nestedLines(rest)} label={say('reading.list')} onGo={onGo} />
      )}
    </>
  );
}

interface LinesProps {
  readonly lines: readonly NestedLine[];
  readonly label?: string;
  readonly onGo: ReadingListProps['onGo'];
}

function Lines({ lines, label, onGo }: LinesProps) {
  return (
    <ol className={css.list} aria-label={label}>
      {lines.map(({ line, below }) => (
        <li key={line.key} className={css.line} data-kind={line.kind}>
          {line.kind === 'step' && <StepName line={line} onGo={onGo} />}
          <span className={css.text}>{line.text}</span>
          {below.length > 0 && <Lines lines={below} onGo={onGo} />}
        </li>
      ))}
    </ol>
  );
}

function StepName({
  line: { step = '', number = 0 },
  onGo,
}: {
  readonly line: SpokenLine;
  readonly onGo: ReadingListProps['onGo'];
}) {
  const name = useDocument(({ flow }) => flow && indexOf(flow).steps.get(step)?.step.name) ?? '';
  const words = say('reading.of-step', { number, step: name });
  if (onGo === undefined) return <strong className={css.name}>{words}</strong>;
  return (
    <button type="button" className={css.name} onClick={() => onGo(step)}>
      {words}
    </button>
  );
}
