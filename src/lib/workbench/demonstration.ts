import { z } from 'zod';
import type { ExportFiles } from './exports';
import { readPrepared } from './prepared';

/** What the demonstration tells of itself: how many courses, and which projects they are from. */
export const Manifest = z.object({
  name: z.string(),
  synthetic: z.literal(true),
  courses: z.int(),
  projects: z.array(z.string()),
  files: z.array(z.object({ name: z.string() })),
});

/** The demonstration pool, fetched from where the page itself came from: `folder` is its address. */
export async function fetchDemonstration(folder: string): Promise<ExportFiles> {
  const read = async (name: string) =>
    new Uint8Array(await (await fetchOk(`${folder}/${name}`)).arrayBuffer());
  const manifest = Manifest.parse(await (await fetchOk(`${folder}/manifest.json`)).json());
  return {
    dataset: manifest.name,
    synthetic: true,
    files: manifest.files.map(({ name }) => ({ name, size: null, read: () => read(name) })),
    // Only a built site has it.
    prepared: () => readPrepared(read).catch(() => undefined),
  };
}

async function fetchOk(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
