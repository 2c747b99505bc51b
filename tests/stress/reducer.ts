import { execFile } from 'node:child_process';
import { pure } from './campaign';

const timesAsMany = 4;

/** The laws of `tests/unit/dataflow/laws.test.ts` themselves, with other seeds, more cases and longer sequences. */
export const reducerCampaign = pure(
  'reducer',
  'the laws of a session hold for long random sequences of events',
  25_600,
  async (seed) => {
    await runLaws(seed);
    return 1_600 * timesAsMany;
  },
);

function runLaws(seed: number): Promise<void> {
  const words = [
    'vitest',
    'run',
    '--project',
    'unit',
    'tests/unit/dataflow/laws.test.ts',
    '-t',
    'laws of a session',
  ];
  const env = { ...process.env, PEJLING_SEED: String(seed), PEJLING_TIMES: String(timesAsMany) };
  return new Promise((done, failed) => {
    execFile('npx', [...words, '--testTimeout=600000'], { env, maxBuffer: 1 << 26 }, (error, output) =>
      error ? failed(new Error(output.slice(-4_000))) : done(),
    );
  });
}
