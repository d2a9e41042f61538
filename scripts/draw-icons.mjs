/**
 * Draws `public/icons` anew from `public/icon.svg`, after that has changed: `node scripts/draw-icons.mjs`. Systems that install the
 * page ask for pictures of fixed sizes; one of them cuts its own shape out of the picture, so its drawing stands smaller on a full ground.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium, launchArguments } from './find-chromium.mjs';

const ground = '#0b7179';
const pictures = [
  { name: 'icon-192', side: 192, share: 1 },
  { name: 'icon-512', side: 512, share: 1 },
  { name: 'icon-maskable-512', side: 512, share: 0.74 },
];

const drawing = await readFile('public/icon.svg', 'utf8');
const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
await mkdir('public/icons', { recursive: true });
const { path } = await findChromium({ install: false });
const browser = await chromium.launch({ executablePath: path, args: launchArguments() });
try {
  for (const { name, side, share } of pictures) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const inside = Math.round(side * share);
    const style = `display:grid;place-items:center;height:100%;margin:0;${share < 1 ? `background:${ground}` : ''}`;
    await page.setContent(
      `<body style="${style}"><img src="${source}" width="${inside}" height="${inside}"></body>`,
    );
    await page.evaluate('document.images[0].decode()');
    await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: share === 1 });
    await page.close();
  }
} finally {
  await browser.close();
}
