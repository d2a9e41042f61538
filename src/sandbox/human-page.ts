/** The page that a person sees who opens a sample service in a browser: what it is, its key, its data, its operations. */
import { html } from 'hono/html';
import type { Context, Hono } from 'hono';
import type { OperationLine } from './open-api.ts';

export interface HumanPage {
  readonly title: string;
  readonly description: string;
  readonly sampleKey: string;
  readonly keyName: string;
  readonly operations: readonly OperationLine[];
  readonly tableTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where machines read what it can do; its OpenAPI description where left out. */
  readonly machines?: { readonly href: string; readonly words: string };
}

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 14px/1.5 system-ui, sans-serif; margin: 32px auto; max-width: 1080px; padding: 0 16px; }
h1 { font-size: 28px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 32px 0 8px; }
code { font-family: ui-monospace, monospace; padding: 2px 6px; border: 1px solid var(--line); border-radius: 6px; user-select: all; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { font-weight: 600; }`;

/** Serves the page at `/` and its style at `/page.css`; nothing on it may run, load or be framed. */
export function serveHumanPage(app: Hono, page: (c: Context) => HumanPage): void {
  app.get('/', (c) => {
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    c.header('Cache-Control', 'no-store');
    return c.html(draw(page(c)));
  });
  app.get('/page.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
}

function draw(page: HumanPage) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${page.title}</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body>
        <h1>${page.title}</h1>
        <p>${page.description}</p>
        <h2>Sign in</h2>
        <p>${page.keyName}: <code>${page.sampleKey}</code></p>
        <p>This key is the same for everybody and opens sample data only.</p>
        <h2>${page.tableTitle}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="${page.tableTitle}">
          <table>
            <thead>
              <tr>
                ${page.columns.map((column) => html`<th scope="col">${column}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${page.rows.map(
                (row) =>
                  html`<tr>
                    ${row.map((cell) => html`<td>${cell}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <h2>What it can do</h2>
        <div class="scroll">
          <table>
            <tbody>
              ${page.operations.map(
                ({ method, path, summary }) =>
                  html`<tr>
                    <td>${summary}</td>
                    <td><code>${method} ${path}</code></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <p>
          <a href="${page.machines?.href ?? '/openapi.json'}"
            >${page.machines?.words ?? 'Full description for machines (OpenAPI 3.1)'}</a
          >
        </p>
      </body>
    </html>`;
}
