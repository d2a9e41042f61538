/** What a WSDL description tells: its operations, one of them as schemas, or why it is of no use. */
import type { JsonSchema, Result } from '../../../shared/index.ts';
import type { XmlProblem } from '../xml/read-xml.ts';

/** Why a description is of no use: a word of `failures`. */
export interface DescriptionProblem {
  readonly code:
    | XmlProblem['code']
    | 'wsdl-not-one'
    | 'wsdl-2'
    | 'wsdl-empty'
    | 'wsdl-operation-unknown'
    | 'wsdl-encoded'
    | 'wsdl-part-missing';
  readonly params: XmlProblem['params'];
}

export interface ListedOperation {
  /** Names the operation within its description. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Its name says that it only looks something up: a suggestion, for the name may lie. */
  readonly looksLikeRead: boolean;
}

export interface DescribedOperation extends ListedOperation {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly faults: readonly { readonly name: string; readonly schema: JsonSchema }[];
}

export type Description =
  /** These documents have to be had first. */
  | { readonly needs: readonly string[] }
  | {
      readonly operations: readonly ListedOperation[];
      describe(id: string): Result<DescribedOperation, DescriptionProblem>;
    };
