import { parseFlow, type ParsedFlow } from '../../flow/index.ts';
import { failure } from '../../shared/index.ts';

const largestBytes = 50 * 1024 * 1024;

/** Reads a file that somebody chose or dropped; the reason says what is wrong with it, and where. */
export async function readFlowFile(file: File): Promise<ParsedFlow> {
  if (file.size > largestBytes)
    return failure({
      code: 'flows.import-too-big',
      params: { size: `${Math.round(file.size / 1024 / 1024)} MB` },
    });
  return parseFlow(await file.text());
}
