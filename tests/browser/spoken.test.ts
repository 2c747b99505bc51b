import { afterAll, describe, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, settle, tableOf } from './notebook-page';

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

describe('cells that speak', () => {
  test('a project judges its practice beside the data, and what it wrote is there tomorrow', async () => {
    const page = await visitAs(visitors, 'light', 1440);
    await page.goto(`${inject('origin')}/notebook/?open=lovende-praksis`);
    await settle(page);
    const practice = cell(page, 'elements');
    const effect = practice.locator('li').nth(1);
    expect((await effect.innerText()).replace(/\s+/g, ' ')).toContain(
      'Trivslen (WHO-5) går fra 63 til 77 for 22, der er målt to gange.',
    );
    await page.locator('select#input-project').selectOption({ label: 'Alle projekter' });
    await settle(page);
    expect((await effect.innerText()).replace(/\s+/g, ' ')).toContain('fra 53 til 67 for 651,');

    await practice.getByRole('button', { name: 'Ret vurderingerne' }).click();
    await practice.getByLabel('Vurdering: Økonomi').selectOption({ label: 'I nogen grad' });
    await practice.getByLabel('Begrundelse: Økonomi').fill('Vi kender prisen: {{ wellbeing.n }} forløb.');
    await practice.getByRole('button', { name: 'Færdig' }).click();
    await page.waitForTimeout(1200);
    await page.reload();
    await settle(page);
    expect((await practice.locator('li').nth(5).innerText()).replace(/\s+/g, ' ')).toContain(
      'I nogen grad Vi kender prisen: 651 forløb.',
    );

    // A ready-made calculation comes in with all it builds on, uses what is there, and goes out again as one.
    const cells = page.locator('article.cell, section.row select');
    const before = await cells.count();
    await page.getByRole('button', { name: 'Færdig beregning' }).last().click();
    await page.getByLabel('Søg i de færdige beregninger').fill('SDQ før/efter efter køn');
    await page.getByRole('dialog').getByRole('button', { name: 'Fremgang, status quo' }).click();
    await settle(page);
    const table = await tableOf(page, 'sdq_p_direction');
    expect(table.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
      ['Køn', 'n'],
      ['Samlet', '85'],
    ]);
    expect(await page.locator('select#input-project').count()).toBe(1);
    expect(await page.locator('select#input-unit').count()).toBe(1);
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await settle(page);
    expect(await cells.count()).toBe(before);
  });

  test('a theory of change is a picture where there is room, and lists on a phone', async () => {
    const page = await visitAs(visitors, 'dark', 1440);
    await page.goto(`${inject('origin')}/notebook/?open=forandringsteori`);
    await settle(page);
    const theory = cell(page, 'brus');
    const picture = theory.locator('svg[role=img]');
    await picture.scrollIntoViewIfNeeded();
    expect(await picture.getAttribute('aria-label')).toMatch(
      /Bedring psykisk \(Trivsel \(WHO-5\) fra 56 til 68; 69\s% går frem/,
    );
    expect(await theory.innerText()).toContain('5 af 20 forventede resultater har en indikator.');
    expect(await theory.locator('.step').first().isVisible()).toBe(false);
    expect(await violations(page)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 800 });
    await theory.locator('.step').first().waitFor();
    expect(await picture.count()).toBe(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);

    await theory.getByRole('button', { name: 'Ret forandringsteorien' }).click();
    const text = theory.getByRole('textbox');
    await text.fill((await text.inputValue()).replace('leads_to: [chat]', 'leads_to: [nowhere]'));
    await text.blur();
    await page.getByText('feltet steps.0.boxes.1.leads_to.0').first().waitFor();
  });

  test('what was said of a question and decided is typed in, kept, taken back, and there tomorrow', async () => {
    const page = await visitAs(visitors, 'light', 1440);
    await page.goto(`${inject('origin')}/notebook/?open=lovende-praksis`);
    await settle(page);
    await page.getByRole('button', { name: 'Refleksion' }).last().click();
    const reflection = cell(page, 'reflection');
    await reflection.getByLabel('Noter: Hvad ser vi?').fill('De unge rykker sig.\nMange mangler.');
    const decision = reflection.getByLabel('Beslutning 1', { exact: true });
    await decision.fill('Aftal eftermåling');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Mette');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ring til');
    await reflection.getByLabel('Senest, beslutning 2').fill('2027-05-01');
    await reflection.getByLabel('Gjort, beslutning 1').check();
    expect(await violations(page)).toEqual([]);
    await reflection.getByRole('button', { name: 'Slet beslutning 2' }).click();
    expect(await reflection.getByLabel('Beslutning 2', { exact: true }).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Fortryd' }).click();
    expect(await reflection.getByLabel('Beslutning 2', { exact: true }).inputValue()).toBe('Ring til');
    await page.waitForTimeout(1200);
    await page.reload();
    await settle(page);
    expect(await reflection.getByLabel('Noter: Hvad ser vi?').inputValue()).toBe(
      'De unge rykker sig.\nMange mangler.',
    );
    expect(await decision.inputValue()).toBe('Aftal eftermåling');
    expect(await reflection.getByLabel('Hvem gør det, beslutning 1').inputValue()).toBe('Mette');
    expect(await reflection.getByLabel('Senest, beslutning 2').inputValue()).toBe('2027-05-01');
    expect(await reflection.getByLabel('Gjort, beslutning 1').isChecked()).toBe(true);
  });
});
