/** What a module exports and what it takes from others, read from its syntax. */
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import ts from 'typescript';

/** @typedef {{ line: number, isType: boolean, from?: { file: string, name: string } }} Exported */
/** @typedef {{ exports: Map<string, Exported>, stars: string[], uses: { file: string, name: string }[] }} Module */

/** The name that stands for all names of a module. */
export const everything = '*';

/**
 * @param {string} file
 * @returns {Module}
 */
export function readModule(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  /** @type {Module} */
  const module = { exports: new Map(), stars: [], uses: [] };

  /** @param {ts.Node} node */
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  /** @param {ts.Node | undefined} specifier */
  const resolve = (specifier) =>
    specifier !== undefined && ts.isStringLiteralLike(specifier) && specifier.text.startsWith('.')
      ? posix.join(dirname(file), specifier.text)
      : undefined;
  /** @param {ts.Node} node @param {boolean} isType @param {ts.BindingName | ts.Identifier | undefined} name */
  const addExport = (node, isType, name) => {
    if (name === undefined) return;
    if (ts.isIdentifier(name)) module.exports.set(name.text, { line: lineOf(node), isType });
    else
      for (const part of name.elements)
        if (ts.isBindingElement(part)) addExport(node, isType, part.name);
  };

  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = resolve(statement.moduleSpecifier);
      const bindings = statement.importClause?.namedBindings;
      if (from === undefined || bindings === undefined) continue;
      const names = ts.isNamedImports(bindings)
        ? bindings.elements.map((element) => (element.propertyName ?? element.name).text)
        : [everything];
      module.uses.push(...names.map((name) => ({ file: from, name })));
    } else if (ts.isExportDeclaration(statement)) {
      const from = resolve(statement.moduleSpecifier);
      const clause = statement.exportClause;
      if (clause === undefined) {
        if (from !== undefined) module.stars.push(from);
      } else if (ts.isNamedExports(clause)) {
        for (const element of clause.elements) {
          const origin = (element.propertyName ?? element.name).text;
          const isType = statement.isTypeOnly || element.isTypeOnly;
          const link = from === undefined ? {} : { from: { file: from, name: origin } };
          module.exports.set(element.name.text, { line: lineOf(element), isType, ...link });
          if (from !== undefined) module.uses.push({ file: from, name: origin });
        }
      } else if (from !== undefined) {
        addExport(
          statement,
          false,
          clause.name.kind === ts.SyntaxKind.Identifier ? clause.name : undefined,
        );
        module.uses.push({ file: from, name: everything });
      }
    } else if (ts.canHaveModifiers(statement)) {
      const kinds = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? [];
      if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) continue;
      if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) continue;
      if (ts.isVariableStatement(statement)) {
        for (const { name } of statement.declarationList.declarations)
          addExport(statement, false, name);
      } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
        addExport(statement, false, statement.name);
      } else if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
        addExport(statement, true, statement.name);
      }
    }
  }

  /** @param {ts.Node} node */
  const visit = (node) => {
    const isLazy =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isLazy) {
      const from = resolve(node.arguments[0]);
      if (from !== undefined) {
        module.uses.push(...namesTaken(node).map((name) => ({ file: from, name })));
      }
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const from = resolve(node.argument.literal);
      if (from !== undefined) module.uses.push({ file: from, name: everything });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return module;
}

/**
 * Which names a lazy import takes out of its module; everything, when that cannot be read from the code.
 * @param {ts.CallExpression} call
 * @returns {string[]}
 */
function namesTaken(call) {
  let taker = /** @type {ts.Node} */ (call.parent);
  const isAwaited = ts.isAwaitExpression(taker);
  if (isAwaited) taker = taker.parent;
  if (isAwaited && ts.isParenthesizedExpression(taker)) taker = taker.parent;
  if (isAwaited && ts.isVariableDeclaration(taker)) return namesOf(taker.name) ?? [everything];
  if (!ts.isPropertyAccessExpression(taker)) return [everything];
  if (isAwaited) return [taker.name.text];

  const callback = ts.isCallExpression(taker.parent) ? taker.parent.arguments[0] : undefined;
  if (taker.name.text !== 'then' || callback === undefined) return [everything];
  if (!ts.isArrowFunction(callback)) return [everything];
  const parameter = callback.parameters[0]?.name;
  if (parameter === undefined) return [];
  const names = namesOf(parameter);
  if (names !== undefined || !ts.isIdentifier(parameter)) return names ?? [everything];

  /** @type {string[]} */
  const taken = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node) && node.text === parameter.text) {
      const access = node.parent;
      taken.push(
        ts.isPropertyAccessExpression(access) && access.expression === node
          ? access.name.text
          : everything,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(callback.body);
  return taken;
}

/**
 * @param {ts.BindingName} binding
 * @returns {string[] | undefined}
 */
function namesOf(binding) {
  if (!ts.isObjectBindingPattern(binding)) return undefined;
  return binding.elements.map(({ propertyName, name, dotDotDotToken }) => {
    const key = propertyName ?? name;
    return dotDotDotToken === undefined && ts.isIdentifier(key) ? key.text : everything;
  });
}
