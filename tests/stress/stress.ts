import { writeFile } from 'node:fs/promises';
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

/** `[seconds a campaign] [first seed] [campaign …]`. 0 when every law held, 1 when one was broken. */
export async function stress(words: string[]): Promise<number> {
  const seconds = Number(words[0] ?? 300);
  const first = Number(words[1] ?? Math.floor(Date.now() / 1000) % 1_000_000_000);
  const names = words.slice(2);
  if (!Number.isFinite(seconds) || !Number.isSafeInteger(first)) {
    console.error('usage: npm run stress -- [seconds a campaign] [first seed] [campaign …]');
    return 2;
  }
  const outcomes: Outcome[] = [];
  for (const campaign of campaigns) {
    if (names.length > 0 && !names.includes(campaign.name)) continue;
    console.log(`${campaign.name}: seeds from ${first} for ${seconds} s`);
    const outcome = await runCampaign(campaign, first, seconds);
    outcomes.push(outcome);
    console.log(lineOf(outcome), outcome.broken?.message ?? '');
  }
  if (names.length === 0) await writeFile('tests/stress/results.md', resultsOf(outcomes, seconds));
  return outcomes.some(({ broken }) => broken) ? 1 : 0;
}

function lineOf({ campaign, seeds, cases, seconds, broken }: Outcome): string {
  const verdict = broken ? `**broken at seed ${broken.seed}**` : 'held';
  return `| ${campaign.name} | ${campaign.law} | ${seeds.join('–')} | ${cases} | ${seconds.toFixed(0)} s | ${verdict} |`;
}

function resultsOf(outcomes: readonly Outcome[], seconds: number): string {
  const broken = outcomes.flatMap(({ campaign, broken }) =>
    broken ? [`\n## ${campaign.name}, seed ${broken.seed}\n\n\`\`\`\n${broken.message}\n\`\`\`\n`] : [],
  );
  return `# What \`npm run stress -- ${seconds}\` said last

${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, Node ${process.versions.node}. Again with \`npm run stress -- <seconds> <first seed> <campaign>\`.

| campaign | law | seeds | cases | time | |
| --- | --- | --- | --- | --- | --- |
${outcomes.map(lineOf).join('\n')}
${broken.join('')}`;
}
