import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration } from './notebook-page';

/** A chart put together from menus, by a person who knows neither SQL nor YAML, on a phone in the dark. */
const visitors = new Visitors();
let page: Page;
beforeAll(async () => {
  page = await visitAs(visitors, 'dark', 390);
  await openDemonstration(page, inject('origin'));
  await button('Byg figuren').focus();
  await page.keyboard.press('Enter');
  await form().waitFor();
});
afterAll(() => visitors.close());

const chart = () => cell(page, 'wellbeing_chart');
const button = (name: string) => chart().getByRole('button', { name, exact: true });
const form = () => page.getByRole('region', { name: 'Byg figuren wellbeing_chart' });
const field = (name: string) => form().getByLabel(name, { exact: true });
const drawing = () => chart().locator('.drawing svg[role=img]');
const spoken = async () => (await drawing().getAttribute('aria-label')) ?? '';
const colours = () => drawing().locator('[data-mark=dot] path').evaluateAll(fillsOf);
const chosen = (menu: Locator) => menu.evaluate((each) => (each as HTMLSelectElement).value);

function fillsOf(points: Element[]): number {
  return new Set(points.map((point) => point.getAttribute('fill'))).size;
}

async function open(section: string): Promise<void> {
  await form().locator('summary', { hasText: section }).focus();
  await page.keyboard.press('Enter');
}
async function inOrder(): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
/** As a person does who has just chosen from a menu. */
async function undo(): Promise<void> {
  await page.keyboard.press('Control+z');
}

test('another kind takes the columns along that fit, and one choice undoes by itself', async () => {
  expect(await spoken()).toContain('11–16 år: fra 59 til 68');
  await inOrder();
  await field('Figurtype').selectOption({ label: 'Vandrette bjælker' });
  await expect.poll(() => drawing().locator('[data-mark=bar] rect').count()).toBe(4);
  expect(await chosen(field('Tal (vandret)'))).toBe('after');
  expect(await chosen(field('Grupper (lodret)'))).toBe('age_group');
  await form().getByText('skrevet til den forrige figurtype').waitFor();

  await field('Tal (vandret)').selectOption({ label: 'Før (before)' });
  await expect.poll(spoken).toContain('11–16 år: before 59');
  await field('Tal (vandret)').focus();
  await undo();
  await expect.poll(spoken).toContain('11–16 år: after 68');
  expect(await chosen(field('Tal (vandret)'))).toBe('after');
});

test('points have a colour by group, and stand in order of size', async () => {
  await field('Figurtype').selectOption({ label: 'Prikker' });
  await open('Farve, opdeling og rækkefølge');
  expect(await colours()).toBe(0);
  await field('Farve efter').selectOption({ label: 'Aldersgruppe (age_group)' });
  await expect.poll(colours).toBe(4);
  await field('Rækkefølge').selectOption({ label: 'Største tal først' });
  await expect.poll(spoken).toMatch(/Samlet: .*3–10 år: .*11–16 år: .*17–24 år: /);
  await field('Rækkefølge').selectOption({ label: 'Mindste tal først' });
  await expect.poll(spoken).toMatch(/Samlet: .*17–24 år: .*11–16 år: .*3–10 år: /);
  await button('Vis som tabel').click();
  const names = () =>
    chart()
      .locator('.twin tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.children[0]?.textContent.trim()));
  await expect.poll(names).toEqual(['Samlet', '17–24 år', '11–16 år', '3–10 år']);
  await button('Skjul tabellen').click();
  await inOrder();
});

test('a norm is found by its name, and is a line that can be changed and taken away', async () => {
  await open('Hjælpelinjer');
  const falck = field('Ny hjælpelinje').getByRole('option', { name: /Danske voksne, Falck/ });
  await field('Ny hjælpelinje').selectOption((await falck.getAttribute('value')) ?? '');
  await button('Tilføj hjælpelinje').focus();
  await page.keyboard.press('Enter');
  await expect.poll(spoken).toContain('danske voksne 58,1');
  await expect.poll(() => drawing().getByText('danske voksne 58,1').count()).toBe(1);

  const line = form().getByRole('group', { name: 'Hjælpelinje 2' });
  await line.getByLabel('Tal').fill('50');
  await line.getByLabel('Navn').fill('vores eget mål 50');
  await line.getByLabel('Slags').focus();
  await line.getByLabel('Slags').selectOption({ label: 'Grænse (stiplet)' });
  await expect.poll(() => drawing().locator('[stroke-dasharray="5 4"]').count()).toBe(1);
  expect(await spoken()).toContain('vores eget mål 50');
  await inOrder();

  await button('Fjern hjælpelinje 2').click();
  await expect.poll(spoken).not.toContain('vores eget mål 50');
  expect(await spoken()).toContain('befolkningen 68');
  expect(await field('Ny hjælpelinje').evaluate((menu) => menu === document.activeElement)).toBe(true);
});

test('the title is written as one, and the axis when both its ends are', async () => {
  await open('Tekster');
  await field('Titel').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('De yngste har det bedst: ');
  await field('Kilde').focus();
  await expect.poll(spoken).toMatch(/^De yngste har det bedst: /);
  await chart().getByText('De yngste har det bedst:').first().waitFor();
  await inOrder();
  await button('Byg figuren').focus();
  await undo();
  await expect.poll(spoken).toMatch(/^Trivslen er 53 /);

  await open('Tal og akse');
  expect(await drawing().getByText('20', { exact: true }).count()).toBe(1);
  await field('Aksen går fra').fill('30');
  await field('Aksen går til').fill('20');
  await field('Decimaler').focus();
  await form().getByText('Aksen ændres, når').waitFor();
  await field('Aksen går til').fill('90');
  await field('Decimaler').focus();
  await expect.poll(() => drawing().getByText('20', { exact: true }).count()).toBe(0);
});

test('what is written by hand comes back into the form, and what it has no field for stays', async () => {
  await button('Ret opskriften').click();
  const recipe = chart().getByLabel('Opskriften på wellbeing_chart');
  const written = await recipe.inputValue();
  expect(written).toContain('{ from: 0, to: 35, label: stor risiko, fill: b1 }');
  expect(written).toContain('  - dot: { x: after, y: age_group, fill: age_group }');
  await recipe.fill(
    written.replace('dot: { x: after, y: age_group, fill', 'barX: { x: before, y: age_group, fill'),
  );
  await button('Færdig').click();
  await open('Det, figuren viser');
  await expect.poll(() => chosen(field('Figurtype'))).toBe('barX');
  expect(await chosen(field('Tal (vandret)'))).toBe('before');
  await form().getByText('felter bag figuren (stor risiko, risiko)').waitFor();
  await inOrder();
});
