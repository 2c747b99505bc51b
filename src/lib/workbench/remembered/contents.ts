import { z } from 'zod';
import { Decisions } from '../../ingest/decision';
import { FileMapping } from '../../ingest/mapping/file-mapping';
import { Instrument } from '../../instruments/instrument';
import type { Bytes } from './header';

/** What is remembered beside the files, and which records they are. */
export const Contents = z.strictObject({
  exports: z.array(
    z.strictObject({
      dataset: z.string(),
      files: z.array(z.strictObject({ record: z.uuid(), name: z.string() })),
    }),
  ),
  own: z.array(z.strictObject({ file: z.string(), instrument: Instrument })),
  mappings: z.array(FileMapping),
  decisions: Decisions,
});
export type Contents = z.output<typeof Contents>;

export function writeContents(contents: z.input<typeof Contents>): Bytes {
  return new TextEncoder().encode(JSON.stringify(contents));
}

/** Undefined when it is not what this program writes. */
export function readContents(bytes: Bytes): Contents | undefined {
  try {
    return Contents.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
