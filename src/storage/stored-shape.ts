/** What a reader must know of the browser's store without loading the library that keeps it. */
export const databaseName = 'footbridge';
export const databaseVersion = 5;
