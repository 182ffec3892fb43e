// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node write_loop.mjs MODULE
//
// Plays a host that answers fd_write at random: takes some, refuses for a while, fails, lies about what it took. The
// module exports room(), 64 bytes, and write(size), which writes so many of them and returns the errno. What the host
// got and what write() returned have to be what a model of the loop, written another way, says of the same answers.

import { readFileSync } from 'node:fs';

const [again, intr, io] = [6, 27, 29];
const refusals = [again, intr];

// The same numbers on every run.
let seed = 20260101;
function below(limit) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return (seed >>> 8) % limit;
}
const one = (choices) => choices[below(choices.length)];

function someAnswer(size) {
  switch (one(['some', 'some', 'refuse', 'refuse', 'fail', 'lie', 'all'])) {
    case 'some': return { takes: below(6) };
    case 'refuse': return { errno: one([again, intr]) };
    case 'fail': return { errno: 1 + below(76) };
    case 'lie': return { takes: 0, claims: one([0, 1000, 0xffffffff, size + 1, 0x80000000]) };
    default: return { takes: 1000 };
  }
}
const takesAll = { takes: 1000 };

function model(bytes, answers) {
  const got = [];
  for (const answer of [...answers, takesAll]) {
    const rest = bytes.slice(got.length);
    if (answer.errno !== undefined) {
      if (!refusals.includes(answer.errno)) return { errno: answer.errno, got };
    } else if (answer.claims !== undefined || answer.takes === 0) {
      return { errno: io, got };
    } else {
      got.push(...rest.slice(0, answer.takes));
      if (got.length === bytes.length) return { errno: 0, got };
    }
  }
}

let answers = [];
let got = [];
function fd_write(fd, pieces, count, taken) {
  const memory = new DataView(exports.memory.buffer);
  const first = memory.getUint32(pieces, true);
  const size = memory.getUint32(pieces + 4, true);
  const { errno, takes, claims } = answers.shift() ?? takesAll;
  if (errno !== undefined) return errno;
  const some = Math.min(takes, size);
  for (let i = 0; i < some; ++i) got.push(memory.getUint8(first + i));
  memory.setUint32(taken, claims ?? some, true);
  return 0;
}

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: { fd_write } });
exports._initialize();

let wrong = 0;
const runs = 50_000;
for (let run = 0; run < runs; ++run) {
  const bytes = Array.from({ length: 1 + below(20) }, () => below(256));
  const script = Array.from({ length: below(8) }, () => someAnswer(bytes.length));
  const expected = model(bytes, script);
  new Uint8Array(exports.memory.buffer).set(bytes, exports.room());
  answers = [...script];
  got = [];
  const errno = exports.write(bytes.length);
  if (errno !== expected.errno || got.join() !== expected.got.join()) {
    if (++wrong <= 3) console.log(JSON.stringify({ bytes, script, errno, got, expected }));
  }
}
console.log(`${runs} runs, ${wrong} wrong`);
