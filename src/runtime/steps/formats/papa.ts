// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every project that reaches this file needs these types
/// <reference path="./papaparse.d.ts" />
export { default as Papa } from 'papaparse';
export type { ParseError, RowParser } from 'papaparse';
