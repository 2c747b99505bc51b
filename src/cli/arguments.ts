import { parseArgs } from 'node:util';
import { z } from 'zod';

export const usage = `usage: npm run render -- <notebook.md> --data <folder-or-file>… [--input name=value]…
       [--format html|json|csv] [--policy none] [--out file]
       [--each input --out folder]: a file for each of its choices`;

const Arguments = z.object({
  notebook: z.string(),
  data: z.array(z.string()).min(1, '--data is missing'),
  inputs: z.array(
    z
      .string()
      .regex(/^[a-z_][a-z0-9_]*=/, 'an --input is written name=value')
      .transform((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1) };
      }),
  ),
  format: z.enum(['html', 'json', 'csv'], '--format is html, json or csv'),
  policy: z.literal('none', '--policy can only be none').optional(),
  out: z.string().optional(),
  /** The input of which every choice gives a file of its own, in the folder `out`. */
  each: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/, '--each is the name of an input')
    .optional(),
});
export type Arguments = z.output<typeof Arguments>;

/** The command line as values, or the sentence that says what is wrong with it. */
export function readArguments(words: readonly string[]): Arguments | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true, default: [] },
        input: { type: 'string', multiple: true, default: [] },
        format: { type: 'string', default: 'json' },
        policy: { type: 'string' },
        out: { type: 'string' },
        each: { type: 'string' },
      },
    });
  } catch (error) {
    return (error as Error).message;
  }
  // `--data a b` is read as people mean it: what is not a notebook is data.
  const notebooks = parsed.positionals.filter((word) => word.endsWith('.md'));
  const others = parsed.positionals.filter((word) => !word.endsWith('.md'));
  if (notebooks.length !== 1) return 'exactly one notebook (.md) is rendered at a time';
  const { data, input, format, policy, out, each } = parsed.values;
  if (each !== undefined && out === undefined) return '--each needs --out, the folder that the files go to';
  const read = Arguments.safeParse({
    notebook: notebooks[0],
    data: [...data, ...others],
    inputs: input,
    format,
    policy,
    out,
    each,
  });
  return read.success ? read.data : (read.error.issues[0]?.message ?? 'wrong arguments');
}
