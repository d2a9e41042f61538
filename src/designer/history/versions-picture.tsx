import { stepSize, type Flow, type FlowDifference, type Step } from '../../flow/index.ts';
import { shortened } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import css from './history.module.css';

interface VersionsPictureProps {
  readonly before: Flow;
  readonly after: Flow;
  readonly differences: readonly FlowDifference[];
}

type Mark = FlowDifference['mark'];
const signs: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '✎' };
const margin = 24;
/** As many letters as fit into a step. */
const letters = 20;

/** Both versions as one picture: what came, what went (where it stood), what is different. Colours are not alone: each has its sign. */
export function VersionsPicture({ before, after, differences }: VersionsPictureProps) {
  const marks = new Map(differences.flatMap(({ step, mark }) => (step ? [[step, mark]] : [])));
  const edgeMarks = new Map(differences.flatMap(({ edge, mark }) => (edge ? [[edge, mark]] : [])));
  const here = new Set(after.steps.map(({ id }) => id));
  const gone = before.steps.filter(({ id }) => !here.has(id));
  const placeOf = ({ id }: Pick<Step, 'id'>) =>
    (here.has(id) ? after : before).layout.positions[id] ?? { x: 0, y: 0 };
  const steps = [...gone, ...after.steps];
  if (steps.length === 0) return null;
  const edges = [
    ...before.edges.filter(
      ({ id, from, to }) => edgeMarks.get(id) === 'removed' || !here.has(from) || !here.has(to),
    ),
    ...after.edges,
  ];
  const places = steps.map(placeOf);
  const left = Math.min(...places.map(({ x }) => x)) - margin;
  const top = Math.min(...places.map(({ y }) => y)) - margin;
  const width = Math.max(...places.map(({ x }) => x)) + stepSize.width + margin - left;
  const height = Math.max(...places.map(({ y }) => y)) + stepSize.height + margin - top;
  const counts = (mark: Mark) => [...marks.values()].filter((each) => each === mark).length;
  return (
    <figure className={css.figure}>
      <svg
        className={css.picture}
        viewBox={`${left} ${top} ${width} ${height}`}
        style={{ maxWidth: width }}
        role="img"
        aria-label={say('versions.picture', {
          added: counts('added'),
          removed: counts('removed'),
          changed: counts('changed'),
        })}
      >
        {edges.map(({ id, from, to }, at) => {
          const [start, end] = [placeOf({ id: from }), placeOf({ id: to })];
          const y = stepSize.height / 2;
          const ends = [start.x + stepSize.width, start.y + y, end.x, end.y + y] as const;
          const bend = Math.max(40, (ends[2] - ends[0]) / 2);
          const mark =
            edgeMarks.get(id) ?? (here.has(from) && here.has(to) ? undefined : 'removed');
          return (
            <path
              key={`${at}-${id}`}
              data-mark={mark}
              d={`M${ends[0]},${ends[1]} C${ends[0] + bend},${ends[1]} ${ends[2] - bend},${ends[3]} ${ends[2]},${ends[3]}`}
            />
          );
        })}
        {steps.map((step) => {
          const { x, y } = placeOf(step);
          const mark = marks.get(step.id);
          return (
            <g key={step.id} data-mark={mark} transform={`translate(${x} ${y})`}>
              <title>{step.name}</title>
              <rect width={stepSize.width} height={stepSize.height} rx={10} />
              <text x={16} y={44}>
                {shortened(step.name, letters)}
              </text>
              {mark !== undefined && (
                <>
                  <circle cx={stepSize.width - 4} cy={4} r={15} />
                  <text className={css.sign} x={stepSize.width - 4} y={11}>
                    {signs[mark]}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
