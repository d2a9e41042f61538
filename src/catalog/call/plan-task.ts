import {
  attachmentFormat,
  failure,
  isAttachment,
  isJsonObject,
  success,
  wordsOf,
  type Json,
  type Result,
} from '../../shared/index.ts';
import type { CallFailure, HttpRequest, TaskRequest, CallToPlan } from '../call-contract.ts';
import type { HttpCall, TaskCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';
import type { Operation } from '../component/operation.ts';
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
  const example = exampleFile(operation, made.value);
  if (example !== undefined)
    return failure({
      ...cannot('file-only-example', { file: example }),
      fields: [{ path: [example] }],
    });
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

/** The field that takes a file, and has only an example of one. */
function exampleFile({ slots }: Operation, input: Json | undefined): string | undefined {
  if (!isJsonObject(input)) return undefined;
  const { properties = {} } = slots['input']?.schema ?? {};
  return Object.keys(properties).find((name) => {
    const value = input[name];
    const isFile = properties[name]?.format === attachmentFormat;
    return isFile && value !== undefined && value !== null && !isAttachment(value);
  });
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
