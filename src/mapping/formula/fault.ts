/** Why a formula's closures made no value: JSONata's own code, position and token, so that both ways tell the same. */
export class FormulaFault extends Error {
  override readonly name = 'FormulaFault';
  readonly code: string;
  position: number | undefined;
  token: unknown;
  readonly value: unknown;

  constructor(code: string, position?: number, token?: unknown, value?: unknown) {
    super(code);
    this.code = code;
    this.position = position;
    this.token = token;
    this.value = value;
  }
}

/** The closures do not know what JSONata does here (rare data, or which of two failures it tells first): ask it. */
export class HandOver extends Error {
  override readonly name = 'HandOver';
}

/** Puts a failure at the operator that was at work, as JSONata does. */
export function placed(cause: unknown, position: number | undefined, token: unknown): unknown {
  if (typeof cause === 'object' && cause !== null && 'code' in cause)
    Object.assign(cause, { position, token });
  return cause;
}
