// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node kept.mjs MODULE FUNCTION...
//
// A host that keeps an instance: calls the functions in turn, also after one that trapped, and prints what each wrote.
// With BLOCKS=1 every fd_write is refused until the program has asked, by poll_oneoff, to be told when it is ready. A
// memory that is imported has 252 pages and cannot grow.

import { readFileSync } from 'node:fs';

const again = 6;
const blocks = process.env.BLOCKS === '1';
let polls = 0;
let text = '';
const functions = {
  fd_write(fd, pieces, count, taken) {
    if (blocks && polls === 0) return again;
    const view = new DataView(memory.buffer);
    let size = 0;
    for (let i = 0; i < count; ++i) {
      const first = view.getUint32(pieces + 8 * i, true);
      const length = view.getUint32(pieces + 8 * i + 4, true);
      text += new TextDecoder().decode(new Uint8Array(memory.buffer, first, length));
      size += length;
    }
    view.setUint32(taken, size, true);
    return 0;
  },
  poll_oneoff(wanted, events, count, stored) {
    const view = new DataView(memory.buffer);
    text += `(poll ${count}: kind ${view.getUint8(wanted + 8)}, descriptor ${view.getUint32(wanted + 16, true)})`;
    ++polls;
    view.setUint32(stored, 1, true);
    return 0;
  },
};

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const imported = new WebAssembly.Memory({ initial: 252, maximum: 252 });
const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: functions, env: { memory: imported } });
const memory = exports.memory ?? imported;
exports._initialize?.();
for (const name of process.argv.slice(3)) {
  text = '';
  let end = '';
  try {
    exports[name]();
  } catch {
    end = ' trapped';
  }
  console.log(`${name}${end}: ${text.trimEnd()}`);
}
