import { readFile, writeFile } from 'node:fs/promises';
import { runCampaign, type Campaign, type Outcome } from './campaign';
import { crashCampaign } from './crashes';
import { disclosureCampaign } from './disclosure';
import { gateCampaign } from './gate';
import { importCampaign } from './imports';
import { goingDown, noRoom, twoTabs } from './kept';
import { notebookCampaign } from './notebooks';
import { reducerCampaign } from './reducer';
import { roundingCampaign, secondaryCampaign } from './secondary';

const campaigns: readonly Campaign[] = [
  notebookCampaign,
  gateCampaign,
  reducerCampaign,
  importCampaign,
  disclosureCampaign,
  secondaryCampaign,
  roundingCampaign,
  crashCampaign,
  goingDown,
  twoTabs,
  noRoom,
];

const file = 'tests/stress/results.md';
const usage = 'usage: npm run stress -- [seconds a campaign, or: enough] [first seed] [campaign …]';

/** 0 when every law held, 1 when one was broken. Without a time each campaign goes on until it has tried enough. */
export async function stress(words: string[]): Promise<number> {
  const [time = 'enough', seed, ...names] = words;
  const seconds = time === 'enough' ? undefined : Number(time);
  const first = Number(seed ?? Math.floor(Date.now() / 1000) % 1_000_000_000);
  const unknown = names.filter((name) => !campaigns.some((each) => each.name === name));
  if (Number.isNaN(seconds) || !Number.isSafeInteger(first) || unknown.length > 0) {
    console.error([...unknown.map((name) => `no campaign is called ${name}`), usage].join('\n'));
    return 2;
  }
  let isHeld = true;
  for (const campaign of campaigns) {
    if (names.length > 0 && !names.includes(campaign.name)) continue;
    console.log(
      `${campaign.name}: seeds from ${first}, ${seconds ?? campaign.enough} ${seconds ? 's' : 'cases'}`,
    );
    const outcome = await runCampaign(campaign, first, seconds);
    console.log(lineOf(outcome), outcome.broken?.message ?? '');
    await writeFile(file, resultsOf(await readFile(file, 'utf8'), outcome));
    isHeld &&= !outcome.broken;
  }
  return isHeld ? 0 : 1;
}

function lineOf({ campaign, seeds, cases, seconds, measured, broken }: Outcome): string {
  const verdict = broken ? `**broken at seed ${broken.seed}**` : 'held';
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ');
  return `| ${campaign.name} | ${campaign.law} | ${seeds.join('–')} | ${cases} of ${campaign.enough} | ${seconds.toFixed(0)} s | ${when} | ${verdict} | ${measured} |`;
}

/** What was said before, with this in the place of what it said of the same campaign. */
function resultsOf(before: string, outcome: Outcome): string {
  const lines = new Map(
    before.split('\n').flatMap((line) => {
      const name = /^\| (.*?) \|/.exec(line)?.[1] ?? '';
      return campaigns.some((each) => each.name === name) ? [[name, line] as const] : [];
    }),
  );
  lines.set(outcome.campaign.name, lineOf(outcome));
  return `# What \`npm run stress\` said last

Node ${process.versions.node}. One again with \`npm run stress -- enough <first seed> <campaign>\`; how a law was broken stands where it ran.

| campaign | law | seeds | cases | time | UTC | | measured |
| --- | --- | --- | --- | --- | --- | --- | --- |
${campaigns.flatMap(({ name }) => lines.get(name) ?? []).join('\n')}
`;
}
