/** The door to the engine of persons' functions. Heavy: only the thread or process that runs them opens it. */
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type CustomizeVariantOptions,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';

export { createCodeRunner } from './code/run-code.ts';

/** Its own words about a broken engine are for its makers: the next function gets a fresh one. */
const quietly = { emscriptenModule: { printErr: () => undefined } } as CustomizeVariantOptions; // one of Emscripten's options, missing in its types here

export async function loadEngine(): Promise<QuickJSWASMModule> {
  const { default: variant } = await import('@jitl/quickjs-wasmfile-release-sync');
  return newQuickJSWASMModuleFromVariant(newVariant(variant, quietly));
}
