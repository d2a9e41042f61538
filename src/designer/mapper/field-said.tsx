import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JsonPath } from '../../shared/index.ts';
import type { MappingFix, MappingProblem } from '../../mapping/index.ts';
import { say, sayWording } from '../../words/index.ts';
import {
  useBindingAt,
  useDesk,
  useFailureAt,
  useMadeText,
  useMappingDesk,
  useMisfitsAt,
} from './mapping-desk.ts';
import { withoutHopeless } from './model/without-hopeless.ts';
import { whenEmptyOf } from './pill-facts.ts';
import css from './field-said.module.css';

interface FieldSaidProps {
  readonly id: string;
  readonly path: JsonPath;
  readonly help: string | undefined;
  readonly showsResult: boolean;
  /** The editor tells by itself what comes out and what does not. */
  readonly editorTells: boolean;
  readonly problems: readonly MappingProblem[];
}

/** What is said below a field: what it is for, what comes out for the current sample, what is not right yet and its fixes. */
export function FieldSaid({ id, path, help, showsResult, editorTells, problems }: FieldSaidProps) {
  const made = useMadeText(path);
  const failure = useFailureAt(path);
  const binding = useBindingAt(path);
  const misfits = useMisfitsAt(path);
  const whenEmpty = binding === undefined ? undefined : whenEmptyOf(binding);
  return (
    <div id={id} className={css.said}>
      {help !== undefined && <p className={css.help}>{help}</p>}
      {showsResult && !editorTells && made !== undefined && (
        <p className={css.result} aria-label={say('mapper.result-is', { value: made })}>
          → {made}
        </p>
      )}
      {(whenEmpty === 'stop' || whenEmpty === 'null') && (
        <p className={css.help}>{say(`mapper.when-empty-${whenEmpty}`)}</p>
      )}
      {failure !== undefined && !editorTells && (
        <div className={css.problem} data-severity="warning">
          <p>
            <TriangleAlert aria-hidden size={13} /> {sayWording(failure.first)}
            {failure.count > 1 && ` ${say('mapper.failure-entries', { count: failure.count })}`}
          </p>
        </div>
      )}
      {!editorTells && (
        <Misfits
          path={path}
          besides={[failure?.first.code, whenEmpty === 'stop' ? wantedRefusal : undefined]}
        />
      )}
      {problems.map((problem, at) => (
        <div key={`${problem.code}-${at}`} className={css.problem} data-severity={problem.severity}>
          <p>
            <TriangleAlert aria-hidden size={13} /> {sayWording(problem)}
          </p>
          <Fixes of={withoutHopeless(problem.fixes, misfits)} />
        </div>
      ))}
    </div>
  );
}

/** What the person asked for where there is nothing. */
const wantedRefusal = 'mapping.source-missing';

/** Records whose data does not fit here, although its type does: one sentence a kind of trouble, with the way to the first. */
function Misfits({
  path,
  besides,
}: {
  readonly path: JsonPath;
  /** What is said elsewhere, or wanted so. */
  readonly besides: readonly (string | undefined)[];
}) {
  const desk = useMappingDesk();
  const misfits = useMisfitsAt(path);
  const record = useDesk((state) => state.record);
  return misfits
    .filter(({ code }) => !besides.includes(code))
    .map((misfit) => {
      const first = Number(misfit.places[0]?.sample ?? 1);
      return (
        <div key={misfit.code} className={css.problem} data-severity="warning">
          <p>
            <TriangleAlert aria-hidden size={13} /> {sayWording(misfit)}{' '}
            {misfit.count > 1
              ? say('mapper.misfit-in', { number: first, count: misfit.count - 1 })
              : say('mapper.misfit-here', { number: first })}
          </p>
          <Fixes of={misfit.fixes}>
            {record !== first - 1 && (
              <Button size="compact-xs" variant="default" onClick={() => desk.setRecord(first - 1)}>
                {say('mapper.misfit-show', { number: first })}
              </Button>
            )}
          </Fixes>
        </div>
      );
    });
}

/** One click each; nothing that changes the mapping where only looking is allowed. */
function Fixes({
  of,
  children,
}: {
  readonly of: readonly MappingFix[];
  /** What changes nothing, before them. */
  readonly children?: ReactNode;
}) {
  const desk = useMappingDesk();
  return (
    <div className={css.fixes}>
      {children}
      {!desk.readOnly &&
        of.map((fix, index) => (
          <Button
            key={index}
            size="compact-xs"
            variant="default"
            data-guide="fix"
            onClick={() => desk.set(fix.at, fix.binding)}
          >
            {sayWording(fix)}
          </Button>
        ))}
    </div>
  );
}
