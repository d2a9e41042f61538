import {
  runLimitNames,
  runLimits,
  type RunLimitName,
  type RunLimitsOfFlow,
} from '../../flow/index.ts';

/** What stands in each field: a number, or what was typed; nothing: as usual. */
export type Entered = Readonly<Record<RunLimitName, string | number>>;

/** Those that cannot be. */
export function wrongLimits(entered: Entered): ReadonlySet<RunLimitName> {
  return new Set(
    runLimitNames.filter((name) => {
      const value = entered[name];
      const number = Number(value);
      return value !== '' && !(number >= 1 && number <= runLimits[name].most);
    }),
  );
}

/** The limits with this one as it was entered. What is usual is not written down; what else a file says of limits stays. */
export function withLimit(
  limits: RunLimitsOfFlow | undefined,
  name: RunLimitName,
  entered: string | number,
): RunLimitsOfFlow | undefined {
  const { [name]: _before, ...others } = limits ?? {};
  const number = Number(entered);
  if (entered !== '' && number !== runLimits[name].usual) return { ...others, [name]: number };
  return Object.keys(others).length === 0 ? undefined : others;
}
