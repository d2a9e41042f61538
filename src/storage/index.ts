export { Database } from './database.ts';
export * from './contract.ts';
