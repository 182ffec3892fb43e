// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node node.mjs [--dir HOST::GUEST]... [--env NAME=VALUE]... [--answer FUNCTION=ANSWER,...]... [--invoke NAME]...
//                      MODULE [ARGUMENT...]
//
// Runs a WASI command on the WASI of Node, Deno or Bun, the way `wasmtime run` does on Wasmtime: the program's status is
// ours, and a trap is a line on stderr and status 134.
//
// With --invoke it is a library that is initialised; each function named is called in turn, and what it returns printed.
//
// --answer plays a host that is less kind. The named function's calls are answered in turn by each ANSWER, the last one
// for ever: a number is returned as the errno, with nothing done; for fd_write, "take:N" writes only the first N bytes,
// and "lie:N" nothing, claiming N; "ok" is the real function.

import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const trapped = 134;

// That WASI is experimental here is no news, and stderr is the program's.
process.emitWarning = () => {};

function parse(words) {
  const preopens = {};
  const env = {};
  const answers = {};
  const invoked = [];
  while (words[0]?.startsWith('--')) {
    const [option, value] = words.splice(0, 2);
    if (option === '--dir') {
      const [host, guest = host] = value.split('::');
      preopens[guest] = host;
    } else if (option === '--env') {
      const end = value.indexOf('=');
      env[value.slice(0, end)] = value.slice(end + 1);
    } else if (option === '--answer') {
      const [name, list] = value.split('=');
      answers[name] = list.split(',');
    } else if (option === '--invoke') {
      invoked.push(value);
    } else {
      throw new Error(`unknown option ${option}`);
    }
  }
  return { preopens, env, answers, invoked, args: words };
}

// `real`, but answered as --answer says; `memory` gives the program's memory as it is at that moment.
function unkind(real, answers, memory) {
  const queue = [...answers];
  return (...operands) => {
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer === 'ok') return real(...operands);
    const [kind, number] = answer.split(':');
    if (number === undefined) return Number(kind);

    const [, pieces, , written] = operands;
    const view = memory();
    if (kind === 'lie') {
      view.setUint32(written, Number(number), true);
      return 0;
    }
    const size = view.getUint32(pieces + 4, true);
    view.setUint32(pieces + 4, Math.min(size, Number(number)), true);
    const error = real(operands[0], pieces, 1, written);
    view.setUint32(pieces + 4, size, true);
    return error;
  };
}

const { preopens, env, answers, invoked, args } = parse(process.argv.slice(2));
try {
  const wasi = new WASI({ version: 'preview1', args, env, preopens, returnOnExit: true });
  const module = await WebAssembly.compile(await readFile(args[0]));
  // Bun has the functions alone.
  const imports = wasi.getImportObject?.() ?? { wasi_snapshot_preview1: wasi.wasiImport };
  let instance;
  const memory = () => new DataView(instance.exports.memory.buffer);
  for (const [name, list] of Object.entries(answers)) {
    const functions = imports.wasi_snapshot_preview1;
    functions[name] = unkind(functions[name], list, memory);
  }
  instance = await WebAssembly.instantiate(module, imports);
  if (invoked.length === 0) {
    process.exitCode = wasi.start(instance);
  } else {
    wasi.initialize(instance);
    for (const name of invoked) console.log(instance.exports[name]());
  }
} catch (error) {
  console.error(`node: ${error.name}: ${error.message}`);
  process.exitCode = trapped;
}
