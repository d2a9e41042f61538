import type { Json, JsonPath, Wording, JsonSchema } from '../shared/index.ts';
import type { GivenDocument } from './soap/wsdl/documents.ts';
import type { SettledTake } from './call/settled-take.ts';
import type { TaskCall } from './component/call.ts';
import type { Effect, Operation } from './component/operation.ts';
import type { Origin } from './component/origin.ts';
import type { Component } from './component/component.ts';
import type { Settings } from './settings.ts';

/** A planned request, before any secret: what it says, and where it goes in words of the component's origins. */
export type RequestTemplate = HttpRequest | TaskRequest;

/** A name and its value; `written` is how the value stands in the address where that is not just encoded (`a,b`). */
export type QueryPair = readonly [name: string, value: string, written?: string | undefined];

/** How a value may stand in an address: no sign that would end it, or begin another. */
export const asWritten = /^(?:[\w.~!$'()*,;:@/?=-]|%[\da-f]{2})*$/i;

/** `origin` names the rule; the proxy turns it into an address from the seal or its own configuration. */
export interface HttpRequest {
  readonly via?: undefined;
  readonly component: string;
  readonly effect: Effect;
  /** The component's origin rule, and the address the person typed where the rule says so. */
  readonly origin: Origin;
  readonly address?: string;
  readonly method: string;
  /** Percent-encoded, starts with "/". */
  readonly path: string;
  readonly query: readonly QueryPair[];
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: { readonly as: BodyForm; readonly value: Json };
  /** The answer is a file: a message with its name, what it is, and what is in it. */
  readonly file?: FileForm;
  /** Where the answer has an e-mail in its own form: what stands there is given as its fields, its files with what is in them or to pass on. */
  readonly mail?: { readonly at: string; readonly passesOn: boolean };
  /** Of a call that reads by POST: the proxy looks it up. */
  readonly operation?: string;
  /** Goes out without the sign-in, whatever the step has. */
  readonly withoutSignIn?: true;
  /** Goes where the account may go, and takes nothing of it along. */
  readonly asNobody?: true;
  /** Nobody has to be asked: what is needed is there. */
  readonly isKnown?: true;
  /** Of a request for a description's document: those so far, this one last, and which operation is wanted. */
  readonly description?: {
    readonly documents: readonly GivenDocument[];
    readonly operation?: string;
  };
  /** Where the answer's messages are, where the settings decide it. */
  readonly take?: SettledTake;
  /** So long it is waited for the service, where that is not the usual. */
  readonly waitSeconds?: number;
}

/** `multipart` and `related`: `{ fields, files }`; `bytes`: one file. A file is `{ name, type?, field?, text | base64 | content }`. `mail`: `{ mail, fields? }`. */
export type BodyForm =
  'json' | 'form' | 'nested-form' | 'text' | 'xml' | 'multipart' | 'related' | 'bytes' | 'mail';
/** What is in a file is text where the service says so, or as the person wants it; `content`: it stays where the host keeps it. */
export type FileForm = 'auto' | 'text' | 'base64' | 'content';

/** For a service that is not asked by HTTP. It goes where the credential's seal says, and nowhere else. */
export interface TaskRequest {
  readonly via: TaskCall['via'];
  readonly component: string;
  readonly operation: string;
  /** The operation in the catalog's words, for a person to read. */
  readonly title: string;
  readonly effect: Effect;
  readonly task: string;
  readonly input: Json;
  /** Of a further page: what the page before said in `more`. */
  readonly continues?: string;
  /** So long it is waited for each page, where that is not the usual. */
  readonly waitSeconds?: number;
}

/** What came back: the service's answer, or why there is none. */
export type ServiceAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Parsed where it is JSON; otherwise the text. */
      readonly body: Json;
      readonly ms: number;
      /** Of a task: its body is a page of messages, and this leads to the next one. */
      readonly more?: string;
      /** A no of Footbridge's own, in place of the service's words. */
      readonly says?: Wording | undefined;
    }
  /** The request was not answered: service down, time over, or the proxy refused. `code` is a stable word of `failures`. */
  | { readonly kind: 'unanswered'; readonly problem: Wording; readonly retryable: boolean };

/** Why a call was not made or did not succeed, in words and at the fields of the operation's input that caused it. */
export interface CallFailure extends Wording {
  readonly kind: 'retryable' | 'terminal';
  readonly status?: number;
  /** The service's own words (foreign text: shown as text). */
  readonly serviceWords?: string;
  /** From `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number;
  readonly fields: readonly {
    readonly path: JsonPath;
    readonly value?: Json;
    readonly words?: string;
  }[];
}

/** A request as it would be sent or was sent; secrets are never in it. */
export interface RequestPreview {
  readonly method: string;
  readonly address: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Json;
}

/** What a call is planned of. */
export interface CallToPlan {
  readonly component: Component;
  readonly operation: Operation;
  readonly settings: Settings;
  readonly input: Json;
  readonly shapes?: StepShapes | undefined;
}

/** What a step itself says about its fields. */
export interface StepShapes {
  readonly input?: { readonly schema: JsonSchema } | undefined;
  readonly output?: { readonly schema: JsonSchema } | undefined;
}

/** What an answer's messages are taken of. */
export interface AnswerToTake {
  /** Whose answer: failures then call the service by its name. */
  readonly component?: Component;
  readonly operation: Operation;
  readonly request: RequestTemplate;
  readonly answer: ServiceAnswer;
  readonly shapes?: StepShapes | undefined;
}

/** The messages of one answer. */
export interface Taken {
  readonly messages: readonly Json[];
  /** The request for what follows; absent at the end. */
  readonly next?: RequestTemplate;
}
