import { Database } from '../../storage/index.ts';

/** The page's one database; opened at its first use. What belongs to the first view imports this file when it needs it. */
export const database = new Database();
