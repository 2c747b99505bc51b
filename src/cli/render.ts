import { readFile, writeFile } from 'node:fs/promises';
import { openNodeEngine, openNodeImportEngine } from '../lib/engine/node';
import { sentencesOf } from '../lib/i18n/sentences';
import { inForce, type RefusedInstrument } from '../lib/instruments/own';
import { parse } from '../lib/notebook/parse';
import { gate, loadAnalysis } from '../lib/workbench/analysis';
import { importExport } from '../lib/workbench/import';
import { prepareSession, runNotebook } from '../lib/workbench/run-notebook';
import { readArguments, usage, type Arguments } from './arguments';
import { readExports } from './read-export';
import { readInstruments } from './read-instruments';
import { failed, remarks, writeRender, type Rendered } from './write-render';
import { readInputs, strayChoices } from './set-inputs';

const wrongArguments = 2;

/** Runs a notebook without a browser. 0 when every cell ran, 1 when one failed, 2 when it was asked wrongly. */
export async function main(words: string[]): Promise<number> {
  const asked = readArguments(words);
  if (typeof asked === 'string') return complain(asked);
  const rendered = await renderNotebook(asked);
  if (typeof rendered === 'string') return complain(rendered);
  const text = await writeRender(rendered, asked);
  if (asked.out === undefined) await print(text);
  else {
    const written = await writeFile(asked.out, text).catch((error: Error) => error);
    if (written instanceof Error) return complain(`${asked.out} cannot be written: ${written.message}`);
  }
  for (const line of remarks(rendered)) console.error(line);
  return failed(rendered.session) ? 1 : 0;
}

function complain(what: string): number {
  console.error(`${what}\n${usage}`);
  return wrongArguments;
}

/** A pipe takes its time; exiting before it has drained cuts the output. */
function print(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(text, () => done()));
}

/** What every cell came to, or the sentence that says why nothing could be run. */
export async function renderNotebook(asked: Arguments): Promise<Rendered | string> {
  const text = await readText(asked.notebook);
  if (text === undefined) return `${asked.notebook} cannot be read`;
  const read = await readFiles(asked).catch((error: NodeJS.ErrnoException) => error);
  if (read instanceof Error) return read.path ? `${read.path} cannot be read` : read.message;
  const { exports, found } = read;
  if (found.refused.length > 0) return found.refused.map(refusal).join('\n');
  const { notebook, problems } = parse(text);

  const inputs = readInputs(notebook, asked.inputs);
  if (typeof inputs === 'string') return inputs;

  const instruments = inForce(found.own);
  const [engine, imported] = await Promise.all([
    openNodeEngine({ gate }),
    importExport(openNodeImportEngine, exports, {
      instruments,
      mappings: found.mappings,
      problemLimit: Infinity,
    }),
  ]);
  try {
    const tables = await loadAnalysis(engine, imported.tables, instruments, '1');
    const session = await runNotebook(prepareSession(notebook, inputs), engine, tables);
    return strayChoices(session, inputs) ?? { session, problems, imported, exports, found };
  } finally {
    await engine.close();
  }
}

async function readFiles({ notebook, data }: Arguments) {
  return { exports: await readExports(data), found: await readInstruments(notebook, data) };
}

function refusal({ file, problem }: RefusedInstrument): string {
  return `${file}: ${sentencesOf('en').imports.instrument[problem.message](problem)}`;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
