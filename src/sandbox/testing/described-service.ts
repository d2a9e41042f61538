import { Validator, type Schema } from '@cfworker/json-schema';
import { expect } from 'vitest';
import type { SampleService } from '../sample-service.ts';

interface Description {
  readonly paths: Record<string, Record<string, DescribedOperation>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}
interface DescribedOperation {
  readonly requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  readonly responses: Record<string, { content: Record<string, { schema: { $ref: string } }> }>;
}

export interface Answer {
  readonly status: number;
  // Tests read answers freely; the description has already been held against them.
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers of many shapes, checked at run time
  readonly headers: Headers;
}

export interface Asked {
  readonly key?: string | null;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

/** A service in memory whose every answer is held against its own OpenAPI description. */
export interface DescribedService {
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** `METHOD path -> status` of everything that was asked and is described. */
  readonly seen: ReadonlySet<string>;
  readonly service: SampleService;
  description(): Promise<Description>;
}

export function describedService(
  service: SampleService,
  signIn: (key: string) => Record<string, string>,
): DescribedService {
  const seen = new Set<string>();

  async function description(): Promise<Description> {
    const answer = await service.app.request('/openapi.json');
    return (await answer.json()) as Description;
  }

  async function ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const sendsBody = asked.body !== undefined || asked.text !== undefined;
    const response = await service.app.request(path, {
      method,
      headers: {
        ...(asked.key === null ? {} : signIn(asked.key ?? service.sampleKey)),
        ...(sendsBody ? { 'Content-Type': 'application/json' } : {}),
        ...asked.headers,
      },
      ...(sendsBody ? { body: asked.text ?? JSON.stringify(asked.body) } : {}),
    });
    const answer = {
      status: response.status,
      body: (await response.json()) as unknown,
      headers: response.headers,
    };
    await holdAgainst(await description(), method, path, asked, answer);
    return answer;
  }

  async function holdAgainst(
    described: Description,
    method: string,
    path: string,
    asked: Asked,
    answer: Answer,
  ): Promise<void> {
    const found = Object.entries(described.paths).find(([template]) => fits(template, path));
    const operation = found?.[1][method.toLowerCase()];
    if (found === undefined || operation === undefined) {
      expect([404, 405], `${method} ${path} is not described, so it must be refused`).toContain(
        answer.status,
      );
      expect(mistakes(described, 'Refusal', answer.body)).toEqual([]);
      return;
    }
    const name = `${method} ${found[0]} -> ${String(answer.status)}`;
    seen.add(name);
    const expected =
      operation.responses[String(answer.status)]?.content['application/json']?.schema.$ref;
    expect(expected, `${name} is not described`).toBeDefined();
    expect(mistakes(described, nameOf(expected ?? ''), answer.body), name).toEqual([]);
    const bodySchema = operation.requestBody?.content['application/json']?.schema.$ref;
    if (bodySchema !== undefined && answer.status < 300)
      expect(mistakes(described, nameOf(bodySchema), asked.body), `what ${name} accepted`).toEqual(
        [],
      );
  }

  return { ask, seen, service, description };
}

/** What the description's schema `name` finds wrong with a value. */
export function mistakes(description: Description, name: string, value: unknown): string[] {
  const schemas = JSON.parse(
    JSON.stringify(description.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Record<string, Schema>;
  const result = new Validator(
    { $ref: `#/$defs/${name}`, $defs: schemas },
    '2020-12',
    false,
  ).validate(value);
  return result.errors.map((one) => `${one.instanceLocation}: ${one.error}`);
}

/** Every described `METHOD path -> status`. */
export function describedAnswers(description: Description): string[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      Object.keys(operation.responses).map(
        (status) => `${method.toUpperCase()} ${path} -> ${status}`,
      ),
    ),
  );
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function fits(template: string, path: string): boolean {
  const pattern = template.replaceAll(/\{[^}]+\}/g, '[^/?]+');
  return new RegExp(`^${pattern}(\\?.*)?$`).test(path);
}
