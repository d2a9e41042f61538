import { z } from 'zod';
import type { Report } from '../report.ts';
import { slowestHandwrittenUs } from '../void-rule.ts';
import { serveBenchPage } from './served-pages.ts';
import { withBrowser } from './with-browser.ts';

const answerSchema = z.object({ ratio: z.number(), handwrittenUs: z.number(), oursUs: z.number() });

/** The orders mapping in a Chromium worker under the product's own content policy. */
export async function mappingInWorker(report: Report): Promise<void> {
  const served = await serveBenchPage('mapping-worker', 'bench-worker');
  try {
    await withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.goto(served.url);
      const answer = answerSchema.parse(
        await page.evaluate(() =>
          (globalThis as unknown as { measureInWorker(): Promise<unknown> }).measureInWorker(),
        ),
      );
      report.row('mapping.orders.worker.vs-handwritten', answer.ratio);
      report.note(
        `us a record: hand-written ${answer.handwrittenUs.toFixed(2)}, ours ${answer.oursUs.toFixed(2)}`,
      );
      if (answer.handwrittenUs > slowestHandwrittenUs)
        report.spoil(
          `hand-written mapping in a worker took ${answer.handwrittenUs.toFixed(2)} us a record`,
        );
    });
  } finally {
    await served.close();
  }
}
