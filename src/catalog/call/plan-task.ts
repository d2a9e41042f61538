import {
  attachmentBytes,
  attachmentFormat,
  attachmentsIn,
  failure,
  firstOf,
  isAttachment,
  isJsonList,
  isJsonObject,
  success,
  wordsOf,
  type Json,
  type JsonPath,
  type JsonSchema,
  type Result,
} from '../../shared/index.ts';
import type { CallFailure, HttpRequest, TaskRequest, CallToPlan } from '../call-contract.ts';
import type { HttpCall, TaskCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import { effectOf } from '../effect-of.ts';
import { settingsWithDefaults } from '../settings.ts';
import { cannot, make } from './make-part.ts';

/** The task of an operation for one input. */
export function planTask(
  call: TaskCall,
  { component, operation, settings, input }: CallToPlan,
): Result<TaskRequest, CallFailure> {
  const whole = settingsWithDefaults(operation, settings);
  const made = call.with === undefined ? success({}) : make(call.with, { input, settings: whole });
  if (!made.ok) return made;
  if (component.credentials.length === 0) return failure(cannot('no-origin'));
  const example = exampleFile(operation.slots['input']?.schema, made.value);
  if (example !== undefined)
    return failure({
      ...cannot('file-only-example', { file: example.name }),
      fields: [{ path: example.path }],
    });
  const passed = attachmentsIn(made.value);
  if (passed.reduce((sum, { size }) => sum + size, 0) > attachmentBytes)
    return failure(cannot('files-too-large-to-pass', { megabytes: attachmentBytes / 1024 / 1024 }));
  return success({
    via: call.via,
    component: component.id,
    operation: operation.id,
    title: wordsOf(operation.title),
    effect: effectOf(operation, whole),
    task: call.task,
    input: made.value ?? {},
  });
}

/** The field that takes a file and has only an example of one, also in an entry of a list. */
function exampleFile(
  schema: JsonSchema | undefined,
  value: Json | undefined,
  path: JsonPath = [],
): { readonly path: JsonPath; readonly name: string } | undefined {
  if (schema?.format === attachmentFormat) {
    if (value === undefined || value === null || isAttachment(value)) return undefined;
    const name = isJsonObject(value) ? value['name'] : undefined;
    return { path, name: typeof name === 'string' ? name.slice(0, 100) : String(path.at(-1)) };
  }
  if (isJsonList(value)) {
    const items = schema?.items;
    return firstOf([...value.entries()], ([at, each]) => exampleFile(items, each, [...path, at]));
  }
  if (!isJsonObject(value)) return undefined;
  return firstOf(Object.entries(schema?.properties ?? {}), ([name, field]) =>
    exampleFile(field, Object.hasOwn(value, name) ? value[name] : undefined, [...path, name]),
  );
}

/** The task that proves a credential: it has nothing of the person's in it. */
export function planProof(component: Component, call: TaskCall): TaskRequest {
  return {
    via: call.via,
    component: component.id,
    operation: '',
    title: wordsOf(component.title),
    effect: 'read',
    task: call.task,
    input: {},
  };
}

/** The same task as if it had been sent as JSON, so that a refusal is led back to the input in the one way there is. */
export function asHttp(request: TaskRequest): HttpRequest {
  return {
    component: request.component,
    effect: request.effect,
    origin: '',
    method: 'POST',
    path: '/',
    query: [],
    headers: [],
    body: { as: 'json', value: request.input },
  };
}

export function asHttpCall(call: TaskCall): HttpCall {
  return {
    via: 'http',
    method: 'POST',
    path: ['/'],
    ...(call.with === undefined ? {} : { body: { as: 'json', from: call.with } }),
  };
}
