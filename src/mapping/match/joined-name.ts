/** A person's name where the data holds first and last name: both as one text. */
import { kindsOf } from '../../shared/index.ts';
import type { Binding } from '../binding.ts';
import type { SourceField, TargetField } from './fields.ts';
import { factsOf, type Named } from './name-facts.ts';
import type { Candidate } from './proposed.ts';

/** Fields that stand beside a person's name, and hardly beside a product's. */
const ofPeople: ReadonlySet<string> = new Set(['email', 'phone', 'mobile', 'salutation']);
const ofParts: ReadonlySet<string> = new Set(['first name', 'last name']);

export function joinedNames(
  fields: readonly TargetField[],
  givens: readonly SourceField[],
): readonly Candidate[] {
  return fields.flatMap((field, at): Candidate[] => {
    // By its title: a field called `name` may be titled "Company name".
    if (factsOf(field).title.meaning !== 'full name') return [];
    if (!kindsOf(field.schema, field.schema).kinds.has('string')) return [];
    const beside = fields.filter((other) => isBeside(field.path, other.path));
    if (beside.some((other) => [...ofParts].some((part) => means(other, part)))) return [];
    const isOfPerson = beside.some((other) => [...ofPeople].some((part) => means(other, part)));
    if (!isOfPerson && field.path.length > 1) return [];
    return givens.flatMap((first): Candidate[] => {
      if (!isText(first) || !means(first, 'first name')) return [];
      const last = givens.find(
        (other) =>
          isText(other) &&
          other.from === first.from &&
          isBeside(first.path, other.path) &&
          means(other, 'last name'),
      );
      if (last === undefined) return [];
      return [
        {
          target: field.path,
          from: first.from,
          sourcePath: first.path,
          field: at,
          source: first,
          equalNames: true, // a whole name may stand beside other uses of its parts
          binding: { kind: 'text', parts: [refTo(first), ' ', refTo(last)] },
          score: isOfPerson ? 0.8 : 0.6,
          confidence: isOfPerson ? 'likely' : 'maybe',
          reason: {
            code: 'mapping.match-joined',
            params: {
              field: field.title,
              source: `${first.title} ${last.title}`,
              step: first.step,
            },
          },
        },
      ];
    });
  });
}

function means(named: Named, meaning: string): boolean {
  const { own, title } = factsOf(named);
  return own.meaning === meaning || title.meaning === meaning;
}

function isText({ schema, lists }: SourceField): boolean {
  return lists === 0 && kindsOf(schema, schema).kinds.has('string');
}

function isBeside(one: readonly unknown[], other: readonly unknown[]): boolean {
  return (
    one.length === other.length &&
    one.slice(0, -1).every((step, at) => step === other[at]) &&
    one.at(-1) !== other.at(-1)
  );
}

function refTo({ from, path }: SourceField): Binding {
  return { kind: 'ref', from, path: [...path] };
}
