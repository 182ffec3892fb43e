// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node node.mjs [--dir HOST::GUEST]... [--env NAME=VALUE]... MODULE [ARGUMENT...]
//
// Runs a WASI command on Node's own WASI, the way `wasmtime run` does on Wasmtime: the program's status is ours, and a
// trap is a line on stderr and status 134.

import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const trapped = 134;

function parse(words) {
  const preopens = {};
  const env = {};
  while (words[0]?.startsWith('--')) {
    const [option, value] = words.splice(0, 2);
    if (option === '--dir') {
      const [host, guest = host] = value.split('::');
      preopens[guest] = host;
    } else if (option === '--env') {
      const end = value.indexOf('=');
      env[value.slice(0, end)] = value.slice(end + 1);
    } else {
      throw new Error(`unknown option ${option}`);
    }
  }
  return { preopens, env, args: words };
}

const { preopens, env, args } = parse(process.argv.slice(2));
try {
  const wasi = new WASI({ version: 'preview1', args, env, preopens, returnOnExit: true });
  const module = await WebAssembly.compile(await readFile(args[0]));
  const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
  process.exitCode = wasi.start(instance);
} catch (error) {
  console.error(`node: ${error.name}: ${error.message}`);
  process.exitCode = trapped;
}
