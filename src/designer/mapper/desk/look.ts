/** What a person does with the look of the form: nothing here changes the mapping. */
import { bindingAt, type MappingProblem } from '../../../mapping/index.ts';
import type { JsonPath } from '../../../shared/index.ts';
import { findFields } from '../model/find-fields.ts';
import type { DataFilter, DeskStore, FieldFilter } from './desk-state.ts';

export interface LookActions {
  setFilter(filter: FieldFilter): void;
  setSearch(search: string): void;
  setDataFilter(dataFilter: DataFilter): void;
  /** Brings a field into sight, whatever hides it, and gives it the focus. */
  reveal(path: JsonPath): void;
  /** To the next field with a problem, or the one before; gives how many there are. */
  goToProblem(direction: 1 | -1): number;
  /** To the next required field that nothing fills; gives how many there are. */
  goToUnmapped(): number;
  setRecord(record: number): void;
  /** Shows the recorded sample that a message of the last run was made from, where there is one. */
  showMessage(id: string): void;
  /** Shows the data beside or over the form, and gives it the focus. */
  openData(): void;
}

export function createLook(desk: DeskStore): LookActions {
  function reveal(revealed: JsonPath): void {
    const { filter, search } = desk.getState();
    desk.setState({
      region: 'fields',
      revealed,
      // A filter is let go only when it might hide the field.
      ...((filter !== 'all' || search !== '') && { filter: 'all', search: '', found: undefined }),
    });
  }

  function go(problems: readonly MappingProblem[], direction: 1 | -1): number {
    const paths = distinct(problems.map(({ path }) => path));
    const here = paths.findIndex((path) => JSON.stringify(path) === desk.getState().target?.key);
    const from = here === -1 && direction === -1 ? 0 : here;
    const next = paths[(from + direction + paths.length) % paths.length];
    if (next !== undefined) reveal(next);
    return paths.length;
  }

  function setRecord(record: number): void {
    const { records } = desk.getState();
    desk.setState({ record: Math.max(0, Math.min(record, records.count - 1)) });
  }

  return {
    setFilter: (filter) => desk.setState({ filter, keptInSight: undefined }),
    setSearch: (search) =>
      desk.setState({
        search,
        found: findFields(desk.getState().root, search),
        keptInSight: undefined,
      }),
    setDataFilter: (dataFilter) => desk.setState({ dataFilter }),
    reveal,
    goToProblem: (direction) =>
      go(
        desk.getState().problems.all.filter(({ severity }) => severity !== 'hint'),
        direction,
      ),
    goToUnmapped() {
      const { problems, binding } = desk.getState();
      return go(
        problems.all.filter(
          ({ code, path }) =>
            code === 'mapping.required-unbound' && bindingAt(binding, path) === undefined,
        ),
        1,
      );
    },
    openData: () => desk.setState({ entering: 'data' }),
    setRecord,
    showMessage(id) {
      const record = desk.getState().records.of(id);
      if (record !== undefined) setRecord(record);
    },
  };
}

function distinct(paths: readonly JsonPath[]): readonly JsonPath[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    const key = JSON.stringify(path);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
