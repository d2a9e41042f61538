import {
  createBlobFiles,
  isAttachment,
  type Attachment,
  type Json,
  type KeptFiles,
} from '../../shared/index.ts';
import { neverAborted } from '../ports.ts';
import type { StepWorld } from '../steps/executor.ts';
import { fakePorts } from './fake-ports.ts';

/** A host that keeps files and gives them in pieces of at most so many bytes, for one step. */
export function filesWorld(pieceBytes = Number.POSITIVE_INFINITY): {
  readonly world: StepWorld;
  keep(name: string, bytes: Uint8Array): Promise<Attachment>;
  bytesIn(content: Json): Promise<Uint8Array>;
  /** So many are kept. */
  count(): number;
} {
  const kept = createBlobFiles();
  const ids = new Set<string>();
  const files: KeptFiles = {
    async keep(pieces) {
      const made = await kept.keep(pieces);
      ids.add(made.id);
      return made;
    },
    async find(id) {
      const file = await kept.find(id);
      return file && Object.assign(file, { stream: () => inPieces(file, pieceBytes) });
    },
    forget(id) {
      ids.delete(id);
      return kept.forget(id);
    },
  };
  const ports = fakePorts(() => {
    throw new Error('this step calls no service');
  });
  return {
    world: { ports: { ...ports, files }, signal: neverAborted },
    async keep(name, bytes) {
      const { id, size } = await files.keep(atOnce(bytes));
      return { $attachment: id, name, size };
    },
    async bytesIn(content) {
      const file = isAttachment(content) ? await kept.find(content.$attachment) : undefined;
      if (file === undefined) throw new Error('no such file');
      return new Uint8Array(await file.arrayBuffer());
    },
    count: () => ids.size,
  };
}

async function* atOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

function inPieces(file: Blob, pieceBytes: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at >= file.size) return controller.close();
      const piece = file.slice(at, at + Math.min(pieceBytes, file.size));
      at += piece.size;
      controller.enqueue(new Uint8Array(await piece.arrayBuffer()));
    },
  });
}
