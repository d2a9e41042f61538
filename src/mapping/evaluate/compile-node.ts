import type { Json } from '../../shared/index.ts';
import type {
  Binding,
  ConvertBinding,
  TableBinding,
  TextBinding,
  WhenBinding,
} from '../binding.ts';
import { compileConversion } from '../conversions/table.ts';
import type { Convert } from '../conversions/convert.ts';
import { toPlainText } from '../conversions/plain-text.ts';
import { compileFormula } from './compile-formula.ts';
import { compileTest } from './compile-test.ts';
import { compileList } from './compile-list.ts';
import { compileObject } from './compile-object.ts';
import { compileRef } from './compile-ref.ts';
import { isSameJson } from './compare.ts';
import { fail, type Evaluate, type Place, type Compile } from './frame.ts';
import { shown } from './shown.ts';

export const compileNode: Compile = (binding, place) => {
  switch (binding.kind) {
    case 'literal': {
      const { value } = binding;
      return () => value;
    }
    case 'ref':
      return compileRef(binding, place, compileNode);
    case 'text':
      return compileText(binding, place);
    case 'convert':
      return compileConvert(binding, place);
    case 'table':
      return compileTable(binding, place);
    case 'when':
      return compileWhen(binding, place);
    case 'object':
      return compileObject(binding, place, compileNode);
    case 'list':
      return compileList(binding, place, compileNode);
    case 'formula':
      return compileFormula(binding, place, compileNode);
  }
};

/** Missing and null parts add nothing; a group or list inside a text is a failure, never "[object Object]". */
function compileText(binding: TextBinding, place: Place): Evaluate {
  const words: string[] = [''];
  const fields: { readonly evaluate: Evaluate; readonly place: Place }[] = [];
  for (const part of binding.parts) {
    if (typeof part === 'string') words[words.length - 1] += part;
    else {
      const here = withOrigin(part, place);
      fields.push({ evaluate: compileNode(part, here), place: here });
      words.push('');
    }
  }
  const start = words[0] as string; // there is always a first one
  return (frame) => {
    let text = start;
    for (let at = 0; at < fields.length; at++) {
      const field = fields[at] as (typeof fields)[number]; // `at` is below the length
      const value = field.evaluate(frame);
      if (typeof value === 'string') text += value;
      else if (value !== undefined && value !== null) {
        const plain = toPlainText(value);
        if (plain === undefined)
          return fail(frame, field.place, 'not-a-text', { value: shown(value) }, value);
        text += plain;
      }
      text += words[at + 1] as string; // one more than there are fields
    }
    return text;
  };
}

function compileConvert(binding: ConvertBinding, place: Place): Evaluate {
  const here = withOrigin(binding.of, place);
  const evaluate = compileNode(binding.of, here);
  const chain = binding.with.map((conversion) => compileConversion(conversion, here));
  const only = chain.length === 1 ? chain[0] : undefined;
  if (only !== undefined) return (frame) => only(evaluate(frame), frame);
  return (frame) => {
    let value = evaluate(frame);
    for (let at = 0; at < chain.length; at++) {
      value = (chain[at] as Convert)(value, frame); // `at` is below the length
    }
    return value;
  };
}

/** The first row that equals wins; nothing equal and no "otherwise" leaves the field out. */
function compileTable(binding: TableBinding, place: Place): Evaluate {
  const on = compileNode(binding.on, withOrigin(binding.on, place));
  const otherwise =
    binding.otherwise === undefined ? undefined : compileNode(binding.otherwise, place);
  const rows = binding.rows.map((row) => ({
    equals: row.equals,
    then: compileNode(row.then, place),
  }));
  const texts = new Map<Json, Evaluate>();
  const allTexts = rows.every((row) => typeof row.equals === 'string');
  for (const row of rows) if (!texts.has(row.equals)) texts.set(row.equals, row.then);
  return (frame) => {
    const value = on(frame);
    if (value !== undefined) {
      if (allTexts) {
        const found = typeof value === 'string' ? texts.get(value) : undefined;
        if (found !== undefined) return found(frame);
      } else {
        for (const row of rows) if (isSameJson(value, row.equals)) return row.then(frame);
      }
    }
    return otherwise === undefined ? undefined : otherwise(frame);
  };
}

function compileWhen(binding: WhenBinding, place: Place): Evaluate {
  const branches = binding.branches.map((branch) => ({
    holds: compileTest(branch.if, place, compileNode),
    then: compileNode(branch.then, place),
  }));
  const otherwise =
    binding.otherwise === undefined ? undefined : compileNode(binding.otherwise, place);
  return (frame) => {
    for (let at = 0; at < branches.length; at++) {
      const branch = branches[at] as (typeof branches)[number]; // `at` is below the length
      if (branch.holds(frame)) return branch.then(frame);
    }
    return otherwise === undefined ? undefined : otherwise(frame);
  };
}

/** Failures of what surrounds a ref name that ref. */
function withOrigin(binding: Binding, place: Place): Place {
  let here = binding;
  while (here.kind === 'convert') here = here.of;
  return here.kind === 'ref' ? { ...place, origin: { from: here.from, path: here.path } } : place;
}
