// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node page.mjs WITXC FOLDER SPECIFICATION [BYTES]
//
// What must hold of a page without a browser: its links lead to places in it, no two places have one name, it asks for nothing from
// anywhere, every anchor of the page in Markdown is one of it, and, where BYTES is given, it is no larger compressed. FOLDER is
// written to.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [witxc, folder, specification, limit] = process.argv.slice(2);

function made(language) {
  const below = path.join(folder, language);
  fs.rmSync(below, { recursive: true, force: true });
  execFileSync(witxc, ['generate', '-q', '--lang', language, '-o', below, specification]);
  const [file] = fs.readdirSync(below, { recursive: true }).filter((name) => name.endsWith(`.${language}`));
  return fs.readFileSync(path.join(below, file), 'utf8');
}

const page = made('html');
const anchors = [...made('md').matchAll(/<a id="([^"]*)">/g)].map((match) => match[1]);
const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
const known = new Set(ids);
const wrong = [];

for (const [, target] of page.matchAll(/ href="([^"]*)"/g)) {
  if (!target.startsWith('#') || !known.has(target.slice(1))) wrong.push(`the link ${target} leads nowhere`);
}
for (const id of ids.filter((each, i) => ids.indexOf(each) !== i)) wrong.push(`two elements are called ${id}`);
for (const anchor of anchors.filter((each) => !known.has(each))) wrong.push(`${anchor} is an anchor in Markdown alone`);
if (anchors.length === 0) wrong.push('the page in Markdown has no anchors');
for (const [text] of page.matchAll(/<(?:link|img|iframe|object|embed|script src)[^>]*>|@import[^;]*;|url\((?!#)[^)]*\)/g))
  wrong.push(`asks for something: ${text}`);
const size = gzipSync(page, { level: 9 }).length;
if (limit && size > Number(limit)) wrong.push(`${size} bytes compressed, more than ${limit}`);

for (const text of new Set(wrong)) console.error(text);
console.log(`${page.length} bytes, ${size} compressed, ${ids.length} places`);
process.exitCode = wrong.length === 0 ? 0 : 1;
