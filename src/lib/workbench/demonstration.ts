import { z } from 'zod';
import type { ExportFiles } from './exports';

const Manifest = z.object({
  name: z.string(),
  synthetic: z.literal(true),
  files: z.array(z.object({ name: z.string() })),
});

/** The demonstration pool, fetched from where the page itself came from: `folder` is its address. */
export async function fetchDemonstration(folder: string): Promise<ExportFiles> {
  const manifest = Manifest.parse(await (await fetchOk(`${folder}/manifest.json`)).json());
  return {
    dataset: manifest.name,
    synthetic: true,
    files: manifest.files.map(({ name }) => ({
      name,
      read: async () => new Uint8Array(await (await fetchOk(`${folder}/${name}`)).arrayBuffer()),
    })),
  };
}

async function fetchOk(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
