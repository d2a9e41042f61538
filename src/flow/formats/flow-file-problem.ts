import type { JsonPath, WordParams, Wording } from '../../shared/index.ts';

/** Why a file is not taken as a flow: in words, with line and column or the path to the broken part. */
export interface FlowFileProblem extends Wording {
  readonly line?: number;
  readonly column?: number;
  readonly path?: JsonPath;
  /** The reader's own remark, for whoever made the file. */
  readonly detail?: string;
}

export function fileProblem(
  code: string,
  params: WordParams = {},
  more: Omit<FlowFileProblem, 'code' | 'params'> = {},
): FlowFileProblem {
  return { code: `flow.file-${code}`, params, ...more };
}
