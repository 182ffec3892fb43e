// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node browser.mjs FOLDER [--dir HOST::GUEST]... [--env NAME=VALUE]... MODULE [ARGUMENT...]
//
// Runs a WASI command in Chromium, on the WASI of the package @bjorn3/browser_wasi_shim, the way `wasmtime run` does on
// Wasmtime: the program's status is ours, and a trap is a line on stderr and status 134. FOLDER has the packages. A page
// sees no files: it gets a copy of what is in the folders.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const trapped = 134;
const [packages, ...words] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(packages), 'package.json'));
const { chromium } = require('playwright-core');
const shim = path.dirname(require.resolve('@bjorn3/browser_wasi_shim'));

// A folder's contents, as a page can be told: a file is a string, base64 of its bytes.
function copyOf(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(entries.map((entry) => {
    const inside = path.join(folder, entry.name);
    return [entry.name, entry.isDirectory() ? copyOf(inside) : fs.readFileSync(inside, 'base64')];
  }));
}

function parse(words) {
  const asked = { env: [], folders: {}, args: words };
  while (words[0]?.startsWith('--')) {
    const [option, value] = words.splice(0, 2);
    if (option === '--env') {
      asked.env.push(value);
    } else if (option === '--dir') {
      const [host, guest] = value.split('::');
      asked.folders[guest] = copyOf(host);
    } else {
      throw new Error(`unknown option ${option}`);
    }
  }
  asked.module = fs.readFileSync(words[0], 'base64');
  asked.input = fs.readFileSync(0, 'base64');
  return asked;
}

// What happens in the page: the pieces that were written, as [descriptor, text], and how it ended.
async function run({ env, folders, args, module, input }) {
  const { WASI, wasi, Fd, File, Directory, OpenFile, PreopenDirectory } = await import('/index.js');
  const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const tree = (copy) => new Map(Object.entries(copy).map(([name, what]) =>
    [name, typeof what === 'string' ? new File(bytes(what)) : new Directory(tree(what))]));

  const said = [];
  class Stream extends Fd {
    constructor(fd) {
      super();
      this.fd = fd;
    }
    fd_filestat_get() {
      return { ret: 0, filestat: new wasi.Filestat(0n, wasi.FILETYPE_CHARACTER_DEVICE, 0n) };
    }
    fd_fdstat_get() {
      const status = new wasi.Fdstat(wasi.FILETYPE_CHARACTER_DEVICE, 0);
      status.fs_rights_base = BigInt(wasi.RIGHTS_FD_WRITE);
      return { ret: 0, fdstat: status };
    }
    fd_write(data) {
      said.push([this.fd, Array.from(data, (byte) => String.fromCharCode(byte)).join('')]);
      return { ret: 0, nwritten: data.byteLength };
    }
  }
  const opened = Object.entries(folders).map(([guest, copy]) => new PreopenDirectory(guest, tree(copy)));
  const program = new WASI(args, env, [new OpenFile(new File(bytes(input))), new Stream(1), new Stream(2), ...opened],
    { debug: false });
  try {
    const imports = { wasi_snapshot_preview1: program.wasiImport };
    const { instance } = await WebAssembly.instantiate(bytes(module), imports);
    return { said, status: program.start(instance) };
  } catch (error) {
    return { said, failure: `${error.name}: ${error.message}` };
  }
}

async function serve(route) {
  const name = path.basename(new URL(route.request().url()).pathname);
  const file = path.join(shim, name);
  if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>program</title>' });
  if (!fs.existsSync(file)) return route.fulfill({ status: 404, body: '' });
  return route.fulfill({ contentType: 'text/javascript', body: fs.readFileSync(file) });
}

let browser;
try {
  const asked = parse(words);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.route('http://localhost/**', serve);
  await page.goto('http://localhost/');
  const { said, status, failure } = await page.evaluate(run, asked);
  for (const [fd, text] of said) (fd === 1 ? process.stdout : process.stderr).write(Buffer.from(text, 'latin1'));
  if (failure) throw new Error(failure);
  process.exitCode = status & 255;
} catch (error) {
  console.error(`browser: ${error.message}`);
  process.exitCode = trapped;
} finally {
  await browser?.close();
}
