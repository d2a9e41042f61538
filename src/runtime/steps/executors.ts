import type { Operation } from '../../catalog/index.ts';
import { callFlow } from './call-flow.ts';
import { collect } from './collect.ts';
import { deduplicate } from './deduplicate.ts';
import type { Executor } from './executor.ts';
import { code } from './code.ts';
import { delay } from './delay.ts';
import { filter } from './filter.ts';
import { decodeBase64File, encodeBase64File } from './formats/base64-file.ts';
import { decodeBase64, encodeBase64 } from './formats/base64-text.ts';
import { readCsvFile } from './formats/csv-file.ts';
import { readCsv } from './formats/csv-read.ts';
import { hash, hmac } from './formats/hash.ts';
import { readJson, writeJsonText } from './formats/json.ts';
import { readJsonLines } from './formats/json-lines.ts';
import { readXmlFile } from './formats/xml-file.ts';
import { forEach } from './for-each.ts';
import { join } from './join.ts';
import { loaded, loadedWork } from './loaded.ts';
import { log } from './log.ts';
import { lookup } from './lookup.ts';
import { mapper } from './mapper.ts';
import { reply } from './reply.ts';
import { router } from './router.ts';
import { rateLimit } from './rate-limit.ts';
import { serviceCall } from './service-call.ts';
import { setValues } from './set-values.ts';
import { stop } from './stop.ts';
import { totals } from './totals.ts';
import { webhookReceive } from './webhook-receive.ts';

/** By transport, or for `core` by the executor's name in the description. A component's id is never looked at. */
const byTransport: Readonly<Record<string, Executor>> = {
  http: serviceCall,
  sql: serviceCall,
  sftp: serviceCall,
  smtp: serviceCall,
  soap: serviceCall,
  described: serviceCall,
  webhook: webhookReceive,
};
const byName: Readonly<Record<string, Executor>> = {
  mapper,
  filter,
  router,
  'for-each': forEach,
  collect,
  totals,
  join,
  deduplicate,
  'webhook-receive': webhookReceive,
  'set-values': setValues,
  stop,
  log,
  'csv-read': readCsv,
  'csv-read-file': readCsvFile,
  'csv-write': loaded(async () => (await import('./formats/csv.ts')).writeCsv),
  'json-read': readJson,
  'json-read-lines': readJsonLines,
  'json-write': writeJsonText,
  'xml-read': loaded(async () => (await import('./formats/xml.ts')).readXml),
  'xml-read-file': readXmlFile,
  'xml-write': loaded(async () => (await import('./formats/xml.ts')).writeXml),
  'zip-pack': loadedWork(async () => (await import('./formats/zip-pack.ts')).packZip),
  'zip-open': loadedWork(async () => (await import('./formats/zip-open.ts')).openZip),
  'base64-encode': encodeBase64,
  'base64-decode': decodeBase64,
  'base64-encode-file': encodeBase64File,
  'base64-decode-file': decodeBase64File,
  reply,
  'call-flow': callFlow,
  hash,
  hmac,
  'hash-file': loadedWork(async () => (await import('./formats/hash-file.ts')).hashFile),
  code,
  delay,
  'rate-limit': rateLimit,
  lookup,
};

/** How an operation is executed; undefined: this version cannot. */
export function executorOf({ call }: Operation): Executor | undefined {
  const [table, name] =
    call.via === 'core' ? [byName, String(call.executor)] : [byTransport, call.via];
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
