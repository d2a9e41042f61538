import type { WordParams } from '../../shared/index.ts';

/** Why a description is of no use: a word of `failures`. */
export interface OpenApiProblem {
  readonly code:
    | 'openapi-aliases'
    | 'openapi-empty'
    | 'openapi-not-one'
    | 'openapi-operation-unknown'
    | 'openapi-page'
    | 'openapi-syntax'
    | 'openapi-too-deep'
    | 'openapi-too-large'
    | 'openapi-version';
  readonly params: WordParams;
}

export function openApiProblem(
  code: OpenApiProblem['code'],
  params: WordParams = {},
): OpenApiProblem {
  return { code, params };
}
