import type { Page } from 'playwright-core';
import { timingOf } from './measure';
import { arrive, type Visitor } from './chromium';
import { ms, spread, times, type Section } from './results';
import { watchCharts } from './watch-charts';

/** Milliseconds between two looks at the page: a look at every frame, as is usual, makes the page draw them all. */
const polling = 100;
const visits = 7;
const changes = 15;

/** From the address to the first chart, beside the time an engine alone takes to answer from the same cache. */
export async function measureFirstChart(site: string, bare: string): Promise<Section> {
  const cold = await arrive();
  const coldChart = await toFirstChart(cold, site);
  await cold.leave();
  const coldBare = await arrive();
  const coldEngine = await toFirstAnswer(coldBare, bare);
  await coldBare.leave();

  const visitor = await arrive();
  // Chromium keeps compiled code from the second or third visit on.
  for (let visit = 0; visit < 3; visit += 1) {
    await toFirstChart(visitor, site);
    await toFirstAnswer(visitor, bare);
  }
  const [charts, engines, unaided]: [number[], number[], number[]] = [[], [], []];
  for (let visit = 0; visit < visits; visit += 1) {
    charts.push(await toFirstChart(visitor, site));
    engines.push(await toFirstAnswer(visitor, bare));
    unaided.push(await toFirstChart(visitor, site, withoutAnswers));
  }
  await visitor.leave();

  const [chart, engine] = [timingOf(charts), timingOf(engines)];
  const ratio = chart.median / engine.median;
  return {
    title: 'First chart',
    how:
      'From navigation to `trivsel.md` on the demonstration until its first chart is painted, in a browser that has been there before; in turn with a page that ' +
      'only boots DuckDB-WASM in a worker and answers `SELECT 1`, from the same kind of server. Cold is the first visit of a new profile. What our notebooks ask of the ' +
      'demonstration is answered when the site is built, so its first chart does not wait for the engine; “asked anew” is the same visit without those answers.',
    lines: [
      {
        what: 'First chart, warm cache, against the bare engine',
        measured: `${times(ratio)} (best ${times(chart.least / engine.least)})`,
        target: '1.3×',
        met: ratio <= 1.3,
      },
      { what: '– to the first chart', measured: spread(chart), target: '', met: undefined },
      {
        what: '– the same, asked anew; against the bare engine',
        measured: `${spread(timingOf(unaided))}; ${times(timingOf(unaided).median / engine.median)}`,
        target: '',
        met: undefined,
      },
      { what: '– the bare engine', measured: spread(engine), target: '', met: undefined },
      {
        what: '– cold: first chart; bare engine',
        measured: `${ms(coldChart)}; ${ms(coldEngine)}`,
        target: '',
        met: undefined,
      },
    ],
  };
}

/** Runs in the page. A route of Playwright's would do without the browser's cache. */
function withoutAnswers(): void {
  const { fetch } = window;
  window.fetch = (what, ...how) =>
    String(what).endsWith('/answers.json') ? Promise.reject(new Error()) : fetch(what, ...how);
}

async function toFirstChart(
  { context }: Visitor,
  site: string,
  prepare: () => void = () => {},
): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(prepare);
  await page.addInitScript(watchCharts);
  await page.goto(`${site}/notebook/?open=trivsel&demo`);
  await page.waitForFunction(() => window.charts.first !== undefined, undefined, {
    timeout: 60_000,
    polling,
  });
  const first = await page.evaluate(() => window.charts.first ?? NaN);
  await settle(page);
  await page.close();
  return first;
}

async function toFirstAnswer({ context }: Visitor, bare: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(bare);
  const answered = await page.waitForFunction(() => (window as { answered?: number }).answered, undefined, {
    polling,
  });
  const milliseconds = Number(await answered.jsonValue());
  await page.close();
  return milliseconds;
}

/** From a change in the project menu to the last chart that follows it. */
export async function measureInput(site: string): Promise<Section> {
  const visitor = await arrive();
  const page = await visitor.context.newPage();
  await page.addInitScript(watchCharts);
  await page.goto(`${site}/notebook/?open=trivsel&demo`);
  await page.waitForFunction(() => window.charts.first !== undefined, undefined, {
    timeout: 60_000,
    polling,
  });
  await settle(page);
  const spent: number[] = [];
  for (let change = 0; change < changes + 2; change += 1) {
    const milliseconds = await changeProject(page, change % 2 === 0 ? 'BRUS' : 'TUBA');
    // The first two see every code path for the first time.
    if (change >= 2) spent.push(milliseconds);
  }
  await visitor.leave();
  const timing = timingOf(spent);
  return {
    title: 'Input to charts',
    how:
      'From the `change` event of the project menu to the paint after the last of the five charts of `trivsel.md` was drawn anew, on the demonstration in the built ' +
      'site; alternating two projects.',
    lines: [
      {
        what: 'Changed input to last chart painted',
        measured: spread(timing),
        target: '150 ms',
        met: timing.median <= 150,
      },
    ],
  };
}

async function changeProject(page: Page, project: string): Promise<number> {
  await page.evaluate((wanted) => {
    const menu = document.querySelector<HTMLSelectElement>('#input-project');
    if (!menu) throw new Error('there is no project menu');
    menu.value = wanted;
    window.charts.last = undefined;
    window.charts.asked = performance.now();
    menu.dispatchEvent(new Event('change', { bubbles: true }));
  }, project);
  await page.waitForFunction(() => window.charts.last !== undefined, undefined, { polling });
  await settle(page);
  return page.evaluate(() => (window.charts.last ?? NaN) - (window.charts.asked ?? NaN));
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(600);
  await page.waitForFunction(
    () => document.querySelector('article.cell:is(.running, .stale, .waiting)') === null,
    undefined,
    { timeout: 30_000, polling },
  );
}
