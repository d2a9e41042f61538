/**
 * What comes with a module before any `import()` in it is called, by the names that are asked for: as the bundler sees it.
 *
 * 1. A door (a module that only hands on) brings what is asked of it, not everything it has.
 * 2. Any other module is in one file as a whole: it brings all that it imports and hands on.
 */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** Each module (paths below `root`, packages by name) with the one that asked for it first. */
export type Reached = ReadonlyMap<string, string | undefined>;

export function reachedAtOnce(root: string, first: string): Reached {
  const reached = new Map<string, string | undefined>();
  const asked = new Set<string>();
  const open: { file: string; name: string; by: string | undefined }[] = [
    { file: first, name: '*', by: undefined },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { file, name, by } = next;
    if (asked.has(`${file} ${name}`)) continue;
    asked.add(`${file} ${name}`);
    if (!/\.tsx?$/.test(file)) {
      reached.set(file, by);
      continue;
    }
    const { imports, handsOn, doesMore } = readModule(root, file);
    const isWhole = doesMore || name === '*';
    const passed = handsOn.filter((each) => isWhole || each.as === name || each.as === '*');
    const after = doesMore ? file : by;
    open.push(...passed.map((each) => ({ file: each.file, name: each.name ?? name, by: after })));
    if (!doesMore || reached.has(file)) continue;
    reached.set(file, by);
    open.push(...imports.map((each) => ({ ...each, by: file })));
  }
  return reached;
}

/** From the first module to one that is reached. */
export function wayTo(reached: Reached, file: string): string {
  const before = reached.get(file);
  return before === undefined ? file : `${wayTo(reached, before)} -> ${file}`;
}

interface ModuleNames {
  readonly imports: readonly { readonly file: string; readonly name: string }[];
  /** `export { name as as } from file`; `*` and no name for `export * from file`. */
  readonly handsOn: readonly {
    readonly file: string;
    readonly name?: string;
    readonly as: string;
  }[];
  readonly doesMore: boolean;
}

const known = new Map<string, ModuleNames>();

function readModule(root: string, file: string): ModuleNames {
  const path = posix.join(root, file);
  const read = known.get(path);
  if (read !== undefined) return read;
  const imports: { file: string; name: string }[] = [];
  const handsOn: { file: string; name?: string; as: string }[] = [];
  let doesMore = false;
  const text = readFileSync(path, 'utf8');
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.ESNext).statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = placeOf(file, statement.moduleSpecifier);
      imports.push(...namesOf(statement.importClause).map((name) => ({ file: from, name })));
    } else if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) {
      if (statement.isTypeOnly) continue;
      const from = placeOf(file, statement.moduleSpecifier);
      const { exportClause } = statement;
      if (exportClause === undefined) handsOn.push({ file: from, as: '*' });
      else if (ts.isNamespaceExport(exportClause))
        handsOn.push({ file: from, name: '*', as: exportClause.name.text });
      else
        for (const { name, propertyName, isTypeOnly } of exportClause.elements)
          if (!isTypeOnly)
            handsOn.push({ file: from, name: (propertyName ?? name).text, as: name.text });
    } else if (!ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement))
      doesMore = true;
  }
  const names = { imports, handsOn, doesMore };
  known.set(path, names);
  return names;
}

/** What an import asks for; nothing, where only types are. */
function namesOf(clause: ts.ImportClause | undefined): readonly string[] {
  if (clause === undefined) return ['*'];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const { name, namedBindings } = clause;
  const own = name === undefined ? [] : ['default'];
  if (namedBindings === undefined) return own;
  if (ts.isNamespaceImport(namedBindings)) return [...own, '*'];
  const named = namedBindings.elements.filter(({ isTypeOnly }) => !isTypeOnly);
  return [...own, ...named.map((each) => (each.propertyName ?? each.name).text)];
}

function placeOf(file: string, specifier: ts.Expression): string {
  const text = ts.isStringLiteralLike(specifier) ? specifier.text : '';
  return text.startsWith('.') ? posix.join(posix.dirname(file), text) : text;
}
