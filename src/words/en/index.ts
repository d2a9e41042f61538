import { common, proxy } from './common.ts';
import { proxy } from './proxy.ts';
/** All English words, an area each. An area's file is owned by the part that shows it. */
export const english = { common } as const satisfies Record<string, Readonly<Record<string, string>>>;
