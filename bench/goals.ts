/** What is measured and how good it has to be. The floors finish an issue, the targets are what we are out for; neither is ever softened. */

export interface Goal {
  readonly unit: string;
  /** Is a bigger value better? */
  readonly better: 'more' | 'less';
  readonly floor: number;
  readonly target: number;
}

const share = (floor: number, target: number): Goal => ({
  unit: 'x',
  better: 'more',
  floor,
  target,
});
const most = (unit: string, floor: number, target: number): Goal => ({
  unit,
  better: 'less',
  floor,
  target,
});

/** In the order in which they are measured. */
export const goals = {
  'mapping.orders.vs-handwritten': share(0.33, 0.5),
  'mapping.orders.vs-jsonata': share(30, 50),
  'mapping.orders.worker.vs-handwritten': share(0.3, 0.5),
  'formula.fast.vs-jsonata': share(10, 30),
  'mapping.gone-5000-ms': most('ms', 1000, 500),
  'engine.orders.vs-handwritten': share(0.5, 0.7),
  'engine.batch50k.vs-handwritten': most('x', 5, 3),
  'engine.batch50k.heap-mb': most('MB', 64, 32),
  'engine.step-us': most('us', 10, 3),
  'engine.cancel-ms': most('ms', 200, 50),
  'proxy.sql-cancel-ms': most('ms', 1000, 200),
  'proxy.sql1m.rss-mb': most('MB', 64, 32),
  'proxy.http.vs-bare': share(0.5, 0.8),
  'proxy.http.added-p99-ms': most('ms', 10, 3),
  'proxy.stream1gb.rss-mb': most('MB', 64, 32),
  'files.sftp100mb.rss-mb': most('MB', 64, 32),
  'files.csv100mb.rss-mb': most('MB', 64, 32),
  'files.xml100mb.rss-mb': most('MB', 64, 32),
  'files.zip100mb.rss-mb': most('MB', 64, 32),
  'files.hash100mb.rss-mb': most('MB', 64, 32),
  'files.mail100mb.rss-mb': most('MB', 64, 32),
  'flow.paste-1000-ms': most('ms', 400, 150),
  'flow.delete-2000-ms': most('ms', 400, 150),
  'page.palette-search-ms': most('ms', 16, 4),
  'page.first-load-kb': most('KB', 380, 300),
  'page.cold-load.vs-react-flow': most('x', 2.5, 1.5),
  'page.open-1000.vs-react-flow': most('x', 1, 0.7),
  'page.open-5000-ms': most('ms', 6000, 2000),
  'page.drag-1000.frame-p95-ms': most('ms', 17, 17),
  'page.drag-1000-fit.frame-p95-ms': most('ms', 34, 17),
  'page.pan-1000.frame-p95-ms': most('ms', 17, 17),
  'page.pan-1000-fit.frame-p95-ms': most('ms', 34, 17),
  'page.heap-1000-mb': most('MB', 60, 40),
  'page.edit-1000-ms': most('ms', 100, 50),
  'page.key-ms': most('ms', 50, 16),
  'page.result-ms': most('ms', 100, 50),
  'page.rows-100k-ms': most('ms', 300, 150),
  'page.inspect-100k.tree-ms': most('ms', 300, 150),
  'page.inspect-100k.json-ms': most('ms', 300, 150),
  'page.inspect-100k.rendered-ms': most('ms', 300, 150),
  'page.inspect-100k.search-ms': most('ms', 300, 150),
  'page.inspect-100k.diff-ms': most('ms', 300, 150),
  'page.inspect-10mb.table-ms': most('ms', 300, 150),
  'page.inspect-10mb.tree-ms': most('ms', 300, 150),
  'page.inspect-10mb.json-ms': most('ms', 300, 150),
  'page.inspect-10mb.rendered-ms': most('ms', 300, 150),
  'page.inspect-10mb.search-ms': most('ms', 300, 150),
  'page.inspect-10mb.diff-ms': most('ms', 300, 150),
  'page.batch100k.frame-p95-ms': most('ms', 34, 17),
  'page.batch100k.worker-heap-mb': most('MB', 64, 32),
  'page.sql1m.worker-heap-mb': most('MB', 64, 32),
  'page.sql1m.server-rss-mb': most('MB', 64, 32),
  'page.sql-cancel-ms': most('ms', 1000, 200),
  'page.batch100k.worker-heap-peak-mb': most('MB', 64, 32),
  'page.cancel-ms': most('ms', 200, 50),
  'page.click-to-output-ms': most('ms', 150, 80),
} as const satisfies Record<string, Goal>;

export type RowName = keyof typeof goals;

export const rowNames = Object.keys(goals) as readonly RowName[];

/** Which goal a value reaches. */
export function holds(name: RowName, value: number): 'target' | 'floor' | 'no' {
  const { better, floor, target } = goals[name];
  const reaches = (goal: number): boolean => (better === 'more' ? value >= goal : value <= goal);
  if (reaches(target)) return 'target';
  return reaches(floor) ? 'floor' : 'no';
}
