import { Database } from './database.ts';

/** The page's one database; opened at its first use. */
export const database = new Database();
