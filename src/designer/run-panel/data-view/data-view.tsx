import type { ComponentType } from 'react';
import type { Json, JsonPath, JsonSchema } from '../../../shared/index.ts';
import { JsonView } from './json-view.tsx';
import { PageView } from './page/page-view.tsx';
import { TableView } from './table-view.tsx';
import { TreeView } from './tree-view.tsx';
import { useViewChoice } from './use-view-choice.ts';
import type { ViewChoice } from './view-choices.ts';

/** What a way to see data is given; each takes what it needs. */
interface ViewProps {
  readonly value: Json;
  readonly schema: JsonSchema | undefined;
  readonly label: string;
  readonly marked: ReadonlySet<string>;
  readonly stood: readonly number[] | undefined;
}

const views: Readonly<Record<ViewChoice, ComponentType<ViewProps>>> = {
  table: TableView,
  page: PageView,
  tree: TreeView,
  json: JsonView,
};

interface DataViewProps {
  readonly value: Json;
  readonly schema?: JsonSchema | undefined;
  /** What it is, for screen readers. */
  readonly label: string;
  /** Fields that a refusal points at. */
  readonly marked?: readonly JsonPath[];
  /** Of a list that was searched: where each entry stood. */
  readonly places?: readonly number[] | undefined;
}

/** Data as the person chose to see it: labels of the schema, raw keys in tooltips, foreign text as text. */
export function DataView({ value, schema, label, marked = [], places: stood }: DataViewProps) {
  const [choice] = useViewChoice();
  const places = new Set(marked.map((path) => path.map((part) => `/${part}`).join('')));
  const View = views[choice];
  return <View value={value} schema={schema} label={label} marked={places} stood={stood} />;
}
