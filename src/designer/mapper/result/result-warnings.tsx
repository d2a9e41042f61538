import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { JsonPath, Wording } from '../../../shared/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import css from './result.module.css';

interface Warning {
  readonly key: string;
  readonly path: JsonPath;
  readonly says: Wording;
}

const shownFirst = 3;

/** What keeps the result from being right, each with the way to its field. */
export function ResultWarnings() {
  const desk = useMappingDesk();
  const failures = useDesk((state) => state.failures);
  const problems = useDesk((state) => state.problems);
  const [showsAll, setShowsAll] = useState(false);
  const warnings = useMemo(
    (): readonly Warning[] => [
      ...[...failures].map(([key, { first }]) => ({
        key: `failure ${key}`,
        path: JSON.parse(key) as JsonPath, // `indexFailures` wrote it
        says: first,
      })),
      ...problems.all
        .filter(({ severity }) => severity !== 'hint')
        .map((problem, at) => ({ key: `problem ${at}`, path: problem.path, says: problem })),
    ],
    [failures, problems],
  );
  if (warnings.length === 0) return null;
  const shown = showsAll ? warnings : warnings.slice(0, shownFirst);
  return (
    <section className={css.warnings} aria-label={say('mapper.result-warnings')}>
      <ul>
        {shown.map(({ key, path, says }) => (
          <li key={key}>
            <button type="button" className={css.warning} onClick={() => desk.reveal(path)}>
              <TriangleAlert aria-hidden size={13} />
              <span>{sayWording(says)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < warnings.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setShowsAll(true)}>
          {say('mapper.result-more-warnings', { count: warnings.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
