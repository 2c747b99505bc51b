import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tables } from '../lib/dataflow/session';
import type { Release } from '../lib/disclosure/ledger';
import type { Engine } from '../lib/engine/engine';
import { openNodeEngine, openNodeImportEngine } from '../lib/engine/node';
import { learn, sentencesOf } from '../lib/i18n/sentences';
import { inForce, type RefusedInstrument } from '../lib/instruments/own';
import type { Notebook } from '../lib/notebook/notebook';
import { parse } from '../lib/notebook/parse';
import { gate, loadAnalysis } from '../lib/workbench/analysis';
import { importExport } from '../lib/workbench/import';
import { prepareSession, runNotebook } from '../lib/workbench/run-notebook';
import { checkRender } from './check-render';
import { readArguments, usage, type Arguments } from './arguments';
import { readExports } from './read-export';
import { readInstruments } from './read-instruments';
import { failed, remarks, writeRender, type Rendered } from './write-render';
import { choicesOf, readInputs, strayChoices } from './set-inputs';

const wrongArguments = 2;

/** Runs a notebook without a browser. 0 when every cell ran, 1 when one failed, 2 when it was asked wrongly. */
export async function main(words: string[]): Promise<number> {
  const asked = readArguments(words);
  if (typeof asked === 'string') return complain(asked);
  await learn('en');
  const { each, out } = asked;
  if (each !== undefined && out !== undefined) return renderEach({ ...asked, each, out });
  const rendered = await renderNotebook(asked);
  return typeof rendered === 'string' ? complain(rendered) : deliver(rendered, asked);
}

/** What every cell came to, or the sentence that says why nothing could be run. */
export async function renderNotebook(asked: Arguments): Promise<Rendered | string> {
  const opened = await openNotebook(asked);
  if (typeof opened === 'string') return opened;
  try {
    return await run(opened, asked.inputs);
  } finally {
    await opened.engine.close();
  }
}

/** A file for each choice of an input: one engine for all, the notebook run from its start for each. */
async function renderEach(
  asked: Arguments & { readonly each: string; readonly out: string },
): Promise<number> {
  const opened = await openNotebook(asked);
  if (typeof opened === 'string') return complain(opened);
  try {
    const first = await run(opened, asked.inputs);
    if (typeof first === 'string') return complain(first);
    const choices = choicesOf(first.session, asked.each) ?? [];
    const codes: number[] = [];
    const names = fileNamesOf(choices);
    const before: Release[] = [];
    for (const [index, choice] of choices.entries()) {
      const rendered = await run(opened, [...asked.inputs, { name: asked.each, value: choice }]);
      if (typeof rendered === 'string') return complain(rendered);
      const out = join(asked.out, `${names[index] ?? ''}.${asked.format}`);
      codes.push(await deliver(rendered, { ...asked, out }, before));
      console.log(out);
    }
    return Math.max(...codes, 0);
  } finally {
    await opened.engine.close();
  }
}

/** What no system takes in a name is a hyphen; of names that become alike the later ones are numbered. */
export function fileNamesOf(choices: readonly string[]): readonly string[] {
  const names = choices.map((choice) => choice.replace(/[\\/:*?"<>|]/g, '-'));
  const plain = names.map((name) => name.toLowerCase());
  return names.map((name, index) => {
    const before = plain.slice(0, index).filter((each) => each === plain[index]).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** `before`: what this command has told already; what is told now is put to it. */
async function deliver(rendered: Rendered, asked: Arguments, before: Release[] = []): Promise<number> {
  const text = await writeRender(rendered, asked);
  const checked = await checkRender(rendered, asked, text, before);
  for (const line of checked?.warnings ?? []) console.error(line);
  if (checked && checked.faults.length > 0) return complain(checked.faults.join('\n'));
  if (checked) before.push(checked.release);
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

/** A notebook with its data loaded. Close the engine. */
interface Opened extends Omit<Rendered, 'session'> {
  readonly notebook: Notebook;
  readonly engine: Engine;
  readonly tables: Tables;
}

/** Ready to run, or the sentence that says why nothing can be. */
async function openNotebook(asked: Arguments): Promise<Opened | string> {
  const text = await readText(asked.notebook);
  if (text === undefined) return `${asked.notebook} cannot be read`;
  const read = await readFiles(asked).catch((error: NodeJS.ErrnoException) => error);
  if (read instanceof Error) return read.path ? `${read.path} cannot be read` : read.message;
  const { exports, found } = read;
  if (found.refused.length > 0) return found.refused.map(refusal).join('\n');
  const { notebook, problems } = parse(text);
  const inputs = readInputs(notebook, asked.inputs);
  if (typeof inputs === 'string') return inputs;
  const wrong = await faultOfPlace(asked, notebook);
  if (wrong !== undefined) return wrong;

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
    return { notebook, problems, imported, exports, found, engine, tables };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Said before anything is loaded: a menu there is not, or a place that cannot be written. */
async function faultOfPlace({ each, out }: Arguments, { cells }: Notebook): Promise<string | undefined> {
  const menu = cells.some(
    (cell) => cell.kind === 'input' && cell.name === each && /select$/.test(cell.spec.type),
  );
  if (each !== undefined && !menu) return `the notebook has no menu called ${each}`;
  if (out === undefined) return undefined;
  const there = await (
    each === undefined ? access(dirname(out), constants.W_OK) : mkdir(out, { recursive: true })
  ).catch((error: Error) => error);
  if (!(there instanceof Error)) return undefined;
  return `${out} cannot be ${each === undefined ? 'written' : 'made'}: ${there.message}`;
}

/** What every cell came to with these inputs, or which of them cannot be. */
async function run(opened: Opened, pairs: Arguments['inputs']): Promise<Rendered | string> {
  const { notebook, engine, tables, ...rest } = opened;
  const inputs = readInputs(notebook, pairs);
  if (typeof inputs === 'string') return inputs;
  const session = await runNotebook(prepareSession(notebook, inputs), engine, tables);
  return strayChoices(session, inputs) ?? { session, ...rest };
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
