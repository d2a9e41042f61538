import type { RowName } from './goals.ts';
import type { Report } from './report.ts';

/** Rows that are measured together. */
export interface Group {
  readonly rows: readonly RowName[];
  /** Measures at least the wanted rows. */
  measure(report: Report, wanted: ReadonlySet<RowName>): Promise<void>;
}

/** Each group is loaded when it is wanted: a browser's driver must not warm up beside a mapping. */
export const groups: readonly Group[] = [
  {
    rows: ['mapping.orders.vs-handwritten'],
    measure: async (report) => (await import('./mapping-node.ts')).mappingVsHandwritten(report),
  },
  {
    rows: ['mapping.orders.vs-jsonata'],
    measure: async (report) => (await import('./mapping-node.ts')).mappingVsJsonata(report),
  },
  {
    rows: ['mapping.orders.worker.vs-handwritten'],
    measure: async (report) =>
      (await import('./browser/mapping-in-worker.ts')).mappingInWorker(report),
  },
  {
    rows: ['formula.fast.vs-jsonata'],
    measure: async (report) => (await import('./formulas.ts')).formulasVsJsonata(report),
  },
  {
    rows: ['mapping.gone-5000-ms'],
    measure: async (report) => (await import('./gone-names.ts')).goneNames(report),
  },
  {
    rows: ['engine.orders.vs-handwritten'],
    measure: async (report) => (await import('./engine-orders.ts')).ordersVsHandwritten(report),
  },
  {
    rows: ['engine.batch50k.vs-handwritten', 'engine.batch50k.heap-mb'],
    measure: async (report) => (await import('./engine-batch.ts')).batch50k(report),
  },
  {
    rows: ['engine.step-us'],
    measure: async (report) => (await import('./engine-steps.ts')).manySteps(report),
  },
  {
    rows: ['flow.paste-1000-ms', 'flow.delete-2000-ms'],
    measure: async (report) => (await import('./flow-changes.ts')).flowChanges(report),
  },
  {
    rows: ['page.palette-search-ms'],
    measure: async (report) => (await import('./palette-search.ts')).paletteSearch(report),
  },
  {
    rows: ['proxy.sql-cancel-ms', 'proxy.sql1m.rss-mb'],
    measure: async (report) => (await import('./proxy-sql.ts')).sqlRows(report),
  },
  {
    rows: ['engine.cancel-ms'],
    measure: async (report) => (await import('./engine-batch.ts')).cancelMidway(report),
  },
  {
    rows: ['proxy.http.vs-bare', 'proxy.http.added-p99-ms', 'proxy.stream1gb.rss-mb'],
    measure: async (report, wanted) => (await import('./proxy-rows.ts')).proxyRows(report, wanted),
  },
  {
    rows: [
      'files.sftp100mb.rss-mb',
      'files.csv100mb.rss-mb',
      'files.xml100mb.rss-mb',
      'files.zip100mb.rss-mb',
      'files.hash100mb.rss-mb',
      'files.mail100mb.rss-mb',
    ],
    measure: async (report) => (await import('./large-files.ts')).largeFiles(report),
  },
  {
    rows: [
      'page.first-load-kb',
      'page.cold-load.vs-react-flow',
      'page.open-1000.vs-react-flow',
      'page.open-5000-ms',
      'page.heap-1000-mb',
    ],
    measure: async (report, wanted) =>
      (await import('./browser/load-rows.ts')).loads(report, wanted),
  },
  {
    rows: [
      'page.drag-1000.frame-p95-ms',
      'page.drag-1000-fit.frame-p95-ms',
      'page.pan-1000.frame-p95-ms',
      'page.pan-1000-fit.frame-p95-ms',
    ],
    measure: async (report, wanted) =>
      (await import('./browser/motion-rows.ts')).motions(report, wanted),
  },
  {
    rows: ['page.edit-1000-ms'],
    measure: async (report) => (await import('./browser/edit-rows.ts')).edits(report),
  },
  {
    rows: ['page.key-ms', 'page.result-ms'],
    measure: async (report, wanted) =>
      (await import('./browser/typing-rows.ts')).typing(report, wanted),
  },
  {
    rows: ['page.rows-100k-ms'],
    measure: async (report) => (await import('./browser/rows-row.ts')).rows100k(report),
  },
  {
    rows: [
      'page.inspect-100k.tree-ms',
      'page.inspect-100k.json-ms',
      'page.inspect-100k.rendered-ms',
      'page.inspect-100k.search-ms',
      'page.inspect-100k.diff-ms',
    ],
    measure: async (report) => (await import('./browser/inspector-rows.ts')).inspect100k(report),
  },
  {
    rows: [
      'page.inspect-10mb.table-ms',
      'page.inspect-10mb.tree-ms',
      'page.inspect-10mb.json-ms',
      'page.inspect-10mb.rendered-ms',
      'page.inspect-10mb.search-ms',
      'page.inspect-10mb.diff-ms',
    ],
    measure: async (report) => (await import('./browser/inspector-rows.ts')).inspect10mb(report),
  },
  {
    rows: [
      'page.batch100k.frame-p95-ms',
      'page.batch100k.worker-heap-mb',
      'page.batch100k.worker-heap-peak-mb',
      'page.cancel-ms',
    ],
    measure: async (report) => (await import('./browser/batch-rows.ts')).batch100kInPage(report),
  },
  {
    rows: ['page.sql1m.worker-heap-mb', 'page.sql1m.server-rss-mb', 'page.sql-cancel-ms'],
    measure: async (report, wanted) =>
      (await import('./browser/sql-rows.ts')).sqlInPage(report, wanted),
  },
  {
    rows: ['page.click-to-output-ms'],
    measure: async (report) => (await import('./browser/click-to-output.ts')).clickToOutput(report),
  },
];
