import { failure, parseJson, success, type Json, type Result } from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';
import type { Executor } from '../executor.ts';
import { longestText } from '../given-text.ts';
import { readsFile, type PieceReader } from '../reads-file.ts';

const field = 'content';

/** One message for each line of a file, or one with all of them. */
export const readJsonLines: Executor = {
  form: 'calling',
  make: (setup) => readsFile(setup, field, () => Promise.resolve(() => new LineReader())),
};

/** JSON Lines: one value a line; empty lines count as lines and are passed over. */
class LineReader implements PieceReader {
  #rest = '';
  #line = 0;

  push(piece: string, isLast: boolean): Result<readonly Json[], Failure> {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = isLast ? '' : (lines.pop() ?? '');
    const entries: Json[] = [];
    for (const text of lines) {
      this.#line++;
      if (text.trim() === '') continue;
      const parsed = parseJson(text);
      if (parsed.ok) entries.push(parsed.value);
      else {
        const { column } = parsed.reason;
        const params = { line: this.#line, column };
        return failure(
          refusedAt(
            column > 0 ? 'steps.json-broken-at' : 'steps.json-line-broken',
            [field],
            params,
          ),
        );
      }
    }
    return this.#rest.length > longestText
      ? failure(
          refusedAt('steps.line-too-long', [field], { line: this.#line + 1, limit: longestText }),
        )
      : success(entries);
  }
}
