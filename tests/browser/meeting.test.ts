import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openPalette, openText, settle } from './notebook-page';

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

async function command(page: Page, name: string): Promise<void> {
  await openPalette(page);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** The bytes of the file that a press gives. */
async function fileOf(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hent referat' }).press('Enter'),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const withOldMeeting = `---
format: 1
title: Andet møde
---
# Andet møde

## Hvem er de?

Gruppen har {{ few.score }}.

\`\`\`sql few title="Få"
SELECT * FROM (VALUES ('A', 3, 77.25), ('B', 40, 50.5), ('C', 60, 41.25), ('D', 60, 41.5)) AS t(grp, n, score)
\`\`\`

\`\`\`reflect talk
ask: [Hvad ser vi?]
met: 2026-01-05
notes: { Hvad ser vi?: Gammel note }
decisions:
  - { what: Ring til familierne, who: Mette, by: 2026-02-01 }
  - { what: Skriv brev }
\`\`\`
`;

describe('a meeting', () => {
  test('is held by keyboard alone: guess, see, write, and take the minutes home', async () => {
    const page = await visitAs(visitors, 'light', 1440);
    await page.goto(`${inject('origin')}/notebook/?open=refleksionsmoede`);
    await settle(page);
    await command(page, 'Start mødet');
    const meeting = page.getByRole('dialog', { name: 'Møde: Refleksionsmøde' });
    await meeting.getByRole('heading', { name: 'Refleksionsmøde' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    await page.keyboard.press('ArrowRight');
    await meeting.getByRole('heading', { name: 'Helikopterblik: Går det den rigtige vej?' }).waitFor();
    await meeting.getByText('Hvad tror I?').waitFor();
    expect(await meeting.locator('svg[role=img]').count()).toBe(0);
    await page.keyboard.press('Space');
    const chart = meeting.locator('svg[role=img]');
    await chart.waitFor();
    expect((await chart.boundingBox())?.width).toBeGreaterThan(1200);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('b');
    await meeting.getByText('Tallene er skjult.').waitFor();
    expect(await chart.count()).toBe(0);
    await page.keyboard.press('b');

    await page.keyboard.press('p');
    await meeting.getByText('Alle, der kan se skærmen, kan læse dem.').waitFor();
    await meeting.getByText('Lad alle gætte').waitFor();
    await page.keyboard.press('n');
    await meeting.getByLabel('Noter: Hvad overrasker os?').waitFor();
    await page.keyboard.type('Nb: de unge rykker sig');
    for (const _ of [1, 2, 3]) await page.keyboard.press('Tab');
    await page.keyboard.type('Aftal eftermåling');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Mette');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await meeting.getByLabel('Noter: Hvad overrasker os?').count()).toBe(0);

    await page.keyboard.press('End');
    await meeting.getByText('Nb: de unge rykker sig').waitFor();
    expect(await violations(page)).toEqual([]);
    const { name, text } = await fileOf(page);
    expect(name).toMatch(/^refleksionsmoede-referat-\d{4}-\d\d-\d\d\.html$/);
    for (const words of [
      'Referat: Refleksionsmøde',
      'Hvad overrasker os?',
      'Nb: de unge rykker sig',
      'Mette',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Trivslen går fra 53 til 67');
    expect(text).not.toMatch(/Lad alle gætte|Hvem lykkes vi især med/);

    await page.keyboard.press('Escape');
    expect(await meeting.count()).toBe(0);
    await page.waitForTimeout(1200);
    await page.reload();
    await settle(page);
    const talk = cell(page, 'overall_talk');
    expect(await talk.getByLabel('Noter: Hvad overrasker os?').inputValue()).toBe('Nb: de unge rykker sig');
    expect(await talk.getByLabel('Beslutning 1', { exact: true }).inputValue()).toBe('Aftal eftermåling');
    expect(await talk.getByLabel('Hvem gør det, beslutning 1').inputValue()).toBe('Mette');
  });

  test('opens with the decisions of the last, and shows no small group, whatever the screen did', async () => {
    const page = await visitAs(visitors, 'dark', 1440);
    await page.goto(`${inject('origin')}/notebook/?open=refleksionsmoede`);
    await settle(page);
    await openText(page, withOldMeeting);
    await settle(page);
    await command(page, 'Vis eller skjul små grupper');
    await page.waitForFunction(() => document.querySelector('main')?.innerText.includes('77,25'));
    await command(page, 'Start mødet');
    const meeting = page.getByRole('dialog', { name: 'Møde: Andet møde' });
    await page.setViewportSize({ width: 390, height: 800 });
    await meeting.getByText('skulle være gjort 1. februar 2026').waitFor();
    await meeting
      .getByRole('group', { name: 'Er det gjort? Ring til familierne' })
      .getByLabel('Gjort')
      .check();
    expect(await violations(page)).toEqual([]);

    for (const _ of [1, 2, 3]) await meeting.getByRole('button', { name: 'Næste' }).click();
    await meeting.getByRole('table').waitFor();
    const shown = await meeting.innerText();
    expect(shown).not.toContain('77,25');
    expect(shown).toContain('Gruppen har skjult');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await meeting.getByRole('button', { name: 'Skriv note' }).click();
    const note = meeting.getByLabel('Noter: Hvad ser vi?');
    expect(await note.inputValue()).toBe('');
    await note.fill('Ny note');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await meeting.getByRole('button', { name: 'Afslut mødet' }).click();
    const { text } = await fileOf(page);
    expect(text).toContain('Ny note');
    expect(text).toContain('Skriv brev');
    expect(text).not.toMatch(/77[.,]25|Gammel note|Ring til familierne/);
    await meeting.getByRole('button', { name: 'Tilbage til notesbogen' }).click();
    const talk = cell(page, 'talk');
    await talk.getByText('Et tidligere møde').click();
    expect(await talk.innerText()).toMatch(
      /Gammel note\s+Ring til familierne \(Mette, 1. februar 2026, gjort\)/,
    );
  });
});
