/** Finds what is exported and never imported. Types may stay: a door's types are its documentation. */
import { analyzeTsConfig } from 'ts-unused-exports';
import { sourceFiles } from './source-files.mjs';

/** Loaded by name: by a tool, or by a script from the built form. */
const entries = ['src/headless/serve.ts', 'src/headless/cli.ts', 'bench/run.ts'];

const files = sourceFiles(['src', 'e2e', 'bench', 'scripts']);
const { unusedExports } = analyzeTsConfig('tsconfig.base.json', [
  ...files,
  'playwright.config.ts',
  '--allowUnusedTypes',
  '--excludeDeclarationFiles',
]);

const root = `${process.cwd().replaceAll('\\', '/')}/`;
const findings = Object.entries(unusedExports).flatMap(([path, found]) => {
  const file = path.replaceAll('\\', '/').replace(root, '');
  if (entries.includes(file)) return [];
  return found.map(({ exportName, location }) => `${file}:${location.line}  ${exportName}`);
});

if (files.length === 0) {
  console.error('No module was read.');
  process.exit(1);
}
if (findings.length > 0) {
  console.error(
    `Exported and never imported (${findings.length}); delete them, or just the word "export":`,
  );
  for (const finding of findings) console.error(`  ${finding}`);
  process.exit(1);
}
console.log(`${files.length} modules read`);
