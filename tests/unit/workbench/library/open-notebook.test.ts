import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Browser, notebook, Tab } from './tabs';

let browser: Browser;
let first: Tab;
let second: Tab;
beforeEach(async () => {
  browser = new Browser();
  first = new Tab(browser);
  second = new Tab(browser);
  await first.open.openText(notebook('one'), 'a');
  await first.open.flush();
});

const told = vi.waitFor;

test('the second tab reads what the first one writes', async () => {
  await second.open.openKept('a');
  expect(second.open.elsewhere).toBe('open');
  expect(second.write('two')).toBe(false);
  await second.open.flush();
  expect(first.write('one more')).toBe(true);
  await first.open.flush();
  expect(browser.kept()).toEqual([['a', 'one more']]);
});

test('a notebook opened anew is one of its own, also when it is the same text', async () => {
  await second.open.openText(notebook('one'), 'a');
  expect(second.open.elsewhere).toBeUndefined();
  second.write('two');
  await second.open.flush();
  expect(browser.kept()).toEqual([
    ['a', 'one'],
    ['a-2', 'two'],
  ]);
});

test('to write here takes what the first tab had not kept yet, and the first tab reads from then on', async () => {
  await second.open.openKept('a');
  first.write('typed this instant');
  await second.open.writeHere();
  expect(second.shown).toBe('typed this instant');
  expect(second.write('and more')).toBe(true);
  expect(first.open.elsewhere).toBe('open');
  expect(first.write('lost')).toBe(false);
  await Promise.all([first.open.flush(), second.open.flush()]);
  expect(browser.kept()).toEqual([['a', 'and more']]);
  await first.open.writeHere();
  expect(first.shown).toBe('and more');
  expect(second.open.elsewhere).toBe('open');
});

test('when the first tab is gone, the second has the newest text and writes', async () => {
  await second.open.openKept('a');
  first.write('the last');
  await first.open.flush();
  first.open.close();
  await told(() => expect(second.open.elsewhere).toBeUndefined());
  expect(second.shown).toBe('the last');
});

test('a tab that hangs loses the lock, and what it had not kept is kept beside', async () => {
  await second.open.openKept('a');
  first.deaf = true;
  let goOn = () => {};
  first.stuck = new Promise((resolve) => (goOn = resolve));
  first.write('typed before it hung');
  await second.open.writeHere();
  second.write('in the second');
  await second.open.flush();
  goOn();
  await first.open.flush();
  expect(browser.kept()).toEqual([
    ['a', 'in the second'],
    ['a-2', 'typed before it hung'],
  ]);
  expect(first.open.name).toBe('a-2');
  expect(first.write('and goes on there')).toBe(true);
});

test('a tab that cannot keep what it has does not let go of it', async () => {
  await second.open.openKept('a');
  first.write('more than there is room for');
  browser.broken = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  await second.open.writeHere();
  expect(second.open.elsewhere).toBe('declined');
  expect(first.open.saved).toEqual({ failed: 'full' });
  expect(first.open.elsewhere).toBeUndefined();
  browser.broken = undefined;
  first.write('less');
  await first.open.flush();
  await second.open.writeHere();
  expect(second.shown).toBe('less');
});

test('who opens another notebook lets go of the first', async () => {
  await second.open.openKept('a');
  await first.open.openText(notebook('another'), 'b');
  await told(() => expect(second.open.elsewhere).toBeUndefined());
  await second.open.flush();
  second.write('two');
  await second.open.flush();
  await first.open.flush();
  expect(browser.kept()).toEqual([
    ['a', 'two'],
    ['b', 'another'],
  ]);
});

test('opened again in the same tab it is written on', async () => {
  await first.open.openKept('a');
  expect(first.write('again')).toBe(true);
  await first.open.openText(notebook('again'), 'a');
  await first.open.flush();
  expect(first.open.elsewhere).toBeUndefined();
  expect(browser.kept()).toEqual([['a', 'again']]);
});

test('a version is what was opened, once it is changed, and then one every five minutes of change', async () => {
  const write = async (text: string, minutes: number) => {
    browser.clock += minutes * 60_000;
    first.write(text);
    await first.open.flush();
  };
  expect(browser.versions).toEqual([]);
  await write('two', 30);
  expect(browser.versions).toEqual([['a', 'one']]);
  await write('three', 1);
  await write('four', 3);
  await write('five', 2);
  await write('six', 1);
  expect(browser.versions.map(([, text]) => text)).toEqual(['one', 'five']);
  // A clock that is set back an hour does not stop them.
  await write('seven', -60);
  expect(browser.versions.map(([, text]) => text)).toEqual(['one', 'five', 'seven']);
});

describe('a notebook from elsewhere', () => {
  const foreign = notebook('```sql a\nSELECT 1\n```');
  const prose = notebook('Kun ord.');

  test('is inert, also when it is opened again, until the person says yes', async () => {
    await second.open.openReceived(foreign, 'b');
    expect(second.inert).toBe(true);
    await second.open.flush();
    second.open.close();
    await first.open.openKept('b');
    expect(first.inert).toBe(true);
    first.inert = false;
    first.open.changed();
    await first.open.flush();
    await first.open.openKept('a');
    await first.open.openKept('b');
    expect(first.inert).toBe(false);
  });

  test('is not, where it has nothing to run, is kept as one’s own, or has been said yes to', async () => {
    await second.open.openReceived(prose, 'b');
    expect(second.inert).toBe(false);
    await second.open.openText(foreign, 'own');
    await second.open.flush();
    await second.open.openReceived(foreign, 'c');
    expect(second.inert).toBe(false);
    browser.entries.clear();
    await second.open.openReceived(foreign, 'd');
    expect(second.inert).toBe(true);
    browser.trusted.add('```sql a\nSELECT 1\n```');
    await second.open.openReceived(foreign, 'e');
    expect(second.inert).toBe(false);
  });

  test('that is kept but not said yes to is no voucher for another of its text', async () => {
    await second.open.openReceived(foreign, 'b');
    await second.open.flush();
    await second.open.openReceived(foreign, 'c');
    expect(second.inert).toBe(true);
  });

  test('edited before anybody has said yes stays inert; the notebook opened next is not', async () => {
    await second.open.openReceived(foreign, 'b');
    second.write('```sql a\nSELECT 2\n```');
    await second.open.flush();
    await first.open.openText(notebook('```sql b\nSELECT 3\n```'), 'own');
    expect(first.inert).toBe(false);
    second.open.close();
    await first.open.openKept('b');
    expect(first.inert).toBe(true);
  });

  test('to which another tab said yes runs in this one when it takes over', async () => {
    await first.open.openReceived(foreign, 'b');
    await first.open.flush();
    await second.open.openKept('b');
    expect(second.inert).toBe(true);
    first.inert = false;
    first.open.changed();
    await second.open.writeHere();
    expect(second.inert).toBe(false);
  });
});
