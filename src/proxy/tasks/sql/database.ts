/** What the tasks need of a database: the port that PostgreSQL, MySQL and SQLite each fill. */
import type { Json, JsonObject, JsonSchema } from '../../../shared/index.ts';
import type { Syntax } from './read-statement.ts';

export interface SqlText {
  /** With the dialect's placeholders; values never stand in it. */
  readonly text: string;
  readonly values: readonly Json[];
}

export interface Column {
  readonly name: string;
  /** What its values look like as JSON; without "may be empty". */
  readonly shape: JsonSchema;
  readonly isNullable: boolean;
  /** The database fills it where it is left out. */
  readonly hasDefault: boolean;
  /** The database alone fills it. */
  readonly isGenerated: boolean;
  /** The database counts it up where it is left out. */
  readonly isCounted?: boolean;
  /** How a value is handed over: as it is, as JSON text, as the bytes of a base64 text, as a list, as a time in UTC. */
  readonly binds: 'plain' | 'json' | 'bytes' | 'list' | 'moment';
  /** The same for the entries of a list; left out: as they are. */
  readonly entries?: 'json' | 'bytes';
  readonly comment?: string;
}

export interface Table {
  /** What a step's settings hold, and what a person reads. */
  readonly name: string;
  /** Quoted, for a statement. */
  readonly quoted: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  /** All sets of columns that tell one row, the primary key's among them. */
  readonly keys: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

export interface TableEntry {
  readonly name: string;
  readonly kind: 'table' | 'view';
}

/** What a statement does and gives, without running it. */
export interface StatementShape {
  readonly columns: readonly { readonly name: string; readonly shape: JsonSchema }[];
  /** In the order of the placeholders, where the database knows. */
  readonly parameters: readonly (JsonSchema | undefined)[];
}

export interface Dialect {
  readonly syntax: Syntax;
  readonly quote: (name: string) => string;
  /** After `INSERT INTO t` where no column is given. */
  readonly noValues: string;
  /** Whether a changing statement can give the rows that it wrote. */
  readonly canReturn: boolean;
  /** What follows `INSERT … VALUES (…)` so that a row with this key is changed instead. `own`: how the new value is called. */
  readonly onConflict: (key: readonly string[], changed: readonly string[]) => string;
  /** A column as text that can be searched. */
  readonly asText: (quoted: string) => string;
  /** Compares with a pattern without telling large letters from small ones. */
  readonly like: string;
}

/** An open connection. What the database refuses is thrown as `TaskRefused`. One statement at a time. */
export interface Database {
  readonly dialect: Dialect;
  /** Whether a statement may set something that outlives its task: a role, a variable, a lock. */
  readonly hasSession: boolean;
  facts(): Promise<{ readonly user: string; readonly database: string; readonly version: string }>;
  tables(): Promise<readonly TableEntry[]>;
  /** Looked up once a connection. */
  table(name: string): Promise<Table | undefined>;
  shapeOf(text: string): Promise<StatementShape>;
  begin(mayWrite: boolean): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** The rows of a statement, page by page, each read only when it is asked for; at the end how many rows it changed. */
  run(sql: SqlText): AsyncGenerator<readonly JsonObject[], number, undefined>;
  /** Where a written row cannot be given back: the values of its primary key. */
  lastKey(table: Table, row: JsonObject): Promise<JsonObject | undefined>;
  /** False once the connection is lost. */
  isOpen(): boolean;
  /** While it rests it keeps no process alive. */
  rest(isResting: boolean): void;
  /** Ends what the database is doing, at the database. */
  stop(): Promise<void>;
  /** Lets go of everything; never throws. */
  close(): Promise<void>;
}

/** A page is at most so many rows, and about so much text. */
export const pageRows = 1_000;
export const pageBytes = 1_000_000;
