// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node pictures.mjs WITXC
//
// What `layout --format svg` and `diff --format html` draw, without a browser: each member of a type is in its picture, the page of
// changes shows what moved with a sign and a line, and neither asks for anything from anywhere.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const [witxc] = process.argv.slice(2);
const run = (...words) => spawnSync(witxc, words, { encoding: 'utf8' });
// What a command prints that has to succeed.
const printed = (...words) => {
  const answer = run(...words);
  assert.equal(answer.status, 0, answer.stderr);
  assert.notEqual(answer.stdout, '');
  return answer.stdout;
};
const isComplete = (text) => assert.doesNotMatch(text, /<(?:link|img|iframe|script)|@import|url\((?!#)/);

const svg = run('layout', 'filestat', '@preview1', '--format', 'svg');
assert.equal(svg.status, 0, svg.stderr);
isComplete(svg.stdout);
assert.match(svg.stdout, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
assert.match(svg.stdout, /prefers-color-scheme:dark/);
for (const words of ['dev: 8 bytes at 0', 'filetype: 1 byte at 16', 'padding: 7 bytes at 17', 'ctim: 8 bytes at 56'])
  assert.ok(svg.stdout.includes(`<title>${words}</title>`), words);
assert.match(printed('layout', 'subscription', '@preview1', '--format', 'svg', '--deep'), /clock\.precision: 8 bytes at 32/);
assert.doesNotMatch(printed('layout', 'subscription', '@preview1', '--format', 'svg'), /clock\.precision/);
const refused = run('layout', 'fd_read', '@preview1', '--format', 'svg');
assert.equal(refused.status, 2);
assert.match(refused.stderr, /is a function/);

// Not a terminal: the table alone, as programs read it.
assert.doesNotMatch(printed('layout', 'filestat', '@preview1'), /│/);
assert.match(printed('layout', 'subscription', '@preview1', '--deep'), /clock\.precision/);

const diff = run('diff', '@preview0', '@preview1', '--format', 'html');
assert.equal(diff.status, 1, diff.stderr);
isComplete(diff.stdout);
assert.match(diff.stdout, /filestat<\/code> <span class="dim">size 56 → 64/);
// What has another size is changed, also where it lies elsewhere now.
for (const words of ['→ size: 8 bytes at 24', '→ size: 8 bytes at 32', '≠ nlink: 4 bytes at 20', '≠ nlink: 8 bytes at 24'])
  assert.ok(diff.stdout.includes(words), words);
assert.match(diff.stdout, /<path class="line"/);
const changelog = printed('changelog', '@preview0', '@preview1', '--format', 'html');
assert.match(changelog, /<h3>Breaking for programs and hosts<\/h3>/);
assert.match(printed('diff', '@preview1', '@preview1', '--format', 'html'), /Nothing changed/);
