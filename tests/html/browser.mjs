// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: node browser.mjs FOLDER [--pictures FOLDER] PAGE...
//
// Opens each PAGE that `witxc generate --lang html` or `witxc diff --format html` wrote in Chromium and uses it as a reader does:
// every link, the keyboard, the search, both widths of memory, both schemes of colors, paper, narrow windows, no script. FOLDER has
// the packages playwright-core and axe-core. A line for each thing that is wrong; status 1 if there is any.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(2);
const packages = words.shift();
const pictures = words[0] === '--pictures' ? words.splice(0, 2)[1] : undefined;
const require = createRequire(path.join(path.resolve(packages), 'package.json'));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let wrong = 0;
function complain(file, text) {
  wrong += 1;
  console.error(`${path.basename(file)}: ${text}`);
}

// A page that complains about whatever it asks the network for and whatever it logs.
async function open(context, file) {
  const page = await context.newPage();
  const address = pathToFileURL(path.resolve(file)).href;
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) complain(file, `asks for ${request.url()}`);
  });
  page.on('console', (message) => complain(file, `logs "${message.text()}"`));
  page.on('pageerror', (error) => complain(file, `fails: ${error.message}`));
  await page.goto(address);
  return page;
}

async function isAccessible(page, file, when) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  for (const { id, help, nodes } of violations)
    complain(file, `${when}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`);
}

async function fits(page, file, width) {
  await page.setViewportSize({ width, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) {
    const who = await page.evaluate((limit) => [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > limit + 1 && !e.closest('.scroll, pre, svg'))
      .slice(0, 3).map((e) => e.outerHTML.slice(0, 90)), width);
    complain(file, `is ${wide} pixels wide in a window of ${width}: ${who.join(' | ')}`);
  }
}

async function linksLead(page, file) {
  const lost = await page.evaluate(() => [...document.querySelectorAll('a[href]')]
    .map((a) => a.getAttribute('href'))
    .filter((href) => !href.startsWith('#') || !document.getElementById(decodeURIComponent(href.slice(1)))));
  for (const href of new Set(lost)) complain(file, `the link ${href} leads nowhere`);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  for (const id of new Set(twice)) complain(file, `two elements are called ${id}`);
}

// Types into the search and says what the first result is called.
async function firstHit(page, text) {
  // What was found goes with the first, the field is left with the second.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  return page.evaluate(() => document.querySelector('[role=option] b')?.textContent);
}

async function searches(page, file) {
  const names = await page.evaluate(() => [...document.querySelectorAll('section.item')].map((item) => item.id));
  for (const id of [names[0], names.at(-1)]) {
    const name = id.split('.').at(-1);
    const camel = name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
    for (const text of [name, name.toUpperCase(), camel, name.replaceAll('_', '-')]) {
      const hit = await firstHit(page, text);
      if (hit !== name) complain(file, `searching for ${text} finds ${hit} first, not ${name}`);
    }
    await page.keyboard.press('Enter');
    const where = decodeURIComponent(new URL(page.url()).hash.slice(1));
    if (where !== id) complain(file, `Enter leads to #${where}, not to #${id}`);
  }
  const value = await page.evaluate(() => {
    const row = [...document.querySelectorAll('tr[id]')].find((r) => r.querySelectorAll('td.num').length === 2 && r.closest('table').querySelector('th').textContent === 'value');
    return row && { name: row.querySelector('th').textContent, texts: [...row.querySelectorAll('td.num')].map((td) => td.textContent) };
  });
  for (const text of value?.texts ?? []) {
    await firstHit(page, text);
    const hits = await page.evaluate(() => [...document.querySelectorAll('[role=option] b')].map((b) => b.textContent));
    if (!hits.includes(value.name)) complain(file, `searching for ${text} does not find ${value.name}`);
  }
  await firstHit(page, 'e');
  const chosen = () => page.evaluate(() => document.querySelector('[aria-selected=true]')?.id);
  const first = await chosen();
  await page.keyboard.press('ArrowDown');
  const second = await chosen();
  await page.keyboard.press('ArrowUp');
  if (first === second || await chosen() !== first) complain(file, 'arrows do not move through what was found');
  await page.keyboard.press('Escape');
  if (!await page.evaluate(() => document.querySelector('[role=listbox]').hidden)) complain(file, 'Escape does not close the search');
  await firstHit(page, 'no such thing at all');
  if (await page.evaluate(() => document.querySelector('[role=listbox]').textContent) !== 'Nothing found') complain(file, 'does not say that nothing was found');
  await page.keyboard.press('Escape');
}

// preview 1 by name: what its readers type.
async function knowsErrors(page, file) {
  if (!await page.evaluate(() => document.getElementById('errno.nosys'))) return;
  for (const text of ['52', '0x34', 'nosys', 'NoSys', 'errno::nosys']) {
    const hit = await firstHit(page, text);
    if (hit !== 'nosys') complain(file, `searching for ${text} finds ${hit} first, not nosys`);
  }
  await page.keyboard.press('Escape');
}

async function fieldsLightUp(page, file) {
  const row = await page.evaluate(() => {
    const part = [...document.querySelectorAll('.bytes a')].find((a) => document.getElementById(a.getAttribute('href').slice(1)));
    part?.focus();
    return part?.getAttribute('href').slice(1);
  });
  if (row && !await page.evaluate((id) => document.getElementById(id).classList.contains('on'), row)) complain(file, `a field's focus does not show the row ${row}`);
}

async function switchesMemory(page, file) {
  const seen = () => page.evaluate(() => ['.m32', '.m64'].map((each) => [...document.querySelectorAll(each)].filter((e) => getComputedStyle(e).display !== 'none').length));
  const total = await page.evaluate(() => ['.m32', '.m64'].map((each) => document.querySelectorAll(each).length));
  if (total[1] === 0) return;
  if (String(await seen()) !== String([total[0], 0])) complain(file, 'shows more than the memory of 32 bits at first');
  await page.locator('[id=":memory64"]').check();
  if (String(await seen()) !== String([0, total[1]])) complain(file, 'does not switch to the memory of 64 bits');
  await page.locator('[id=":memory32"]').check();
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

async function check(browser, file) {
  const name = path.basename(file, '.html');
  const isReference = !fs.readFileSync(file, 'utf8').includes('data-page="changes"');
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
    const page = await open(context, file);
    await isAccessible(page, file, colorScheme);
    await picture(page, `${name}-1280-${colorScheme}`);
    if (colorScheme === 'light') {
      await linksLead(page, file);
      if (isReference) {
        await searches(page, file);
        await knowsErrors(page, file);
        await fieldsLightUp(page, file);
        await switchesMemory(page, file);
      }
      for (const width of [1280, 768, 320]) {
        await fits(page, file, width);
        await page.evaluate(() => scrollTo(0, 0));
        await picture(page, `${name}-${width}`);
      }
      await isAccessible(page, file, '320 pixels');
      await page.setViewportSize({ width: 800, height: 900 });
      await page.emulateMedia({ media: 'print' });
      const shown = await page.evaluate(() => [...document.querySelectorAll('nav, header')].filter((e) => getComputedStyle(e).display !== 'none').length);
      if (shown > 0) complain(file, 'prints what only a screen can use');
      await picture(page, `${name}-print`);
    }
    await context.close();
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await open(context, file);
  if (await page.locator('main').innerText() === '') complain(file, 'is empty without script');
  await context.close();
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const file of words) await check(browser, file);
} finally {
  await browser.close();
}
if (wrong === 0) console.log(`${words.length} page${words.length === 1 ? '' : 's'}: nothing wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
