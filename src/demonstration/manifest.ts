import type { Plan } from './plan';

interface File {
  readonly name: string;
  readonly rows: number;
}

/** What the page reads before it loads an export; says in so many words that nobody in it exists. */
export function writeManifest(name: string, plan: Plan, files: readonly File[]): string {
  const manifest = {
    name,
    synthetic: true,
    courses: plan.projects.reduce(
      (sum, { courses }) => sum + courses.reduce((own, count) => own + count, 0),
      0,
    ),
    projects: plan.projects.map(({ name }) => name),
    files: files.map(({ name, rows }) => ({ name, table: name.replace('.csv', ''), rows })),
    note: {
      da: `Syntetiske data. Ingen af børnene findes. Antal, fordelinger og gennemsnit er lagt, så de gengiver ${plan.reproduces.da} trykte tal; alt andet er opdigtet. Opstartet betyder, at der er en førmåling.`,
      en: `Synthetic data. None of the children exist. Counts, distributions and means are made to reproduce the printed numbers of ${plan.reproduces.en}; everything else is invented. Started means that there is a measurement before.`,
    },
  };
  return JSON.stringify(manifest, null, 2) + '\n';
}
