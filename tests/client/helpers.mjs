/** A worker for Node, and a core that breaks when it is told to. */
import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import binaryen from 'binaryen';
import { serve } from '../../www/client/serve.js';

/** The core as it was built. */
export const core = readFileSync(new URL('../../www/wasm/whereas_bg.wasm', import.meta.url));

/**
 * The core with a trap in place of one of its calls: what a panic in Rust comes to.
 *
 * @param {string} call
 */
export function coreThatStopsIn(call) {
  const module = binaryen.readBinary(core);
  const { BulkMemory, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SignExt } = binaryen.Features;
  module.setFeatures(BulkMemory | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SignExt);
  for (let at = 0; at < module.getNumExports(); at++) {
    const { name, value, kind } = binaryen.getExportInfo(module.getExportByIndex(at));
    if (kind !== binaryen.ExternalFunction || name !== `session_${call}`) continue;
    // The declared types lack this class.
    const functions = /** @type {{ Function: (ref: number) => { setBody(body: number): void } }} */ (
      /** @type {unknown} */ (binaryen)
    );
    functions.Function(module.getFunction(value)).setBody(module.unreachable());
    return module.emitBinary();
  }
  throw new Error(`the core has no session_${call}`);
}

/** A worker as far as the client uses one: real messages, real copies, the real server, on this thread. */
export class FakeWorker extends EventTarget {
  /** Every one that was made, in order. @type {FakeWorker[]} */
  static made = [];
  #here;
  #there;

  /** @param {{ mute?: boolean }} [options] A mute one never answers. */
  constructor({ mute = false } = {}) {
    super();
    FakeWorker.made.push(this);
    const { port1, port2 } = new MessageChannel();
    this.#here = port1;
    this.#there = port2;
    port1.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
    if (mute) return;
    serve(
      {
        addEventListener: (_, listener) => port2.on('message', (data) => listener({ data })),
        postMessage: (message) => port2.postMessage(message),
      },
      null,
    );
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.#here.postMessage(message);
  }

  terminate() {
    this.#here.close();
    this.#there.close();
  }

  /** Ends in the way of a script that throws. */
  die() {
    this.terminate();
    const event = new Event('error', { cancelable: true });
    this.dispatchEvent(Object.assign(event, { message: 'out of memory' }));
  }
}

/** Makes a worker for `open({ worker })`. */
export const makeWorker = () => /** @type {Worker} */ (/** @type {unknown} */ (new FakeWorker()));

/** The one that was made last. */
export function lastWorker() {
  const last = FakeWorker.made.at(-1);
  if (!last) throw new Error('no worker was made');
  return last;
}
