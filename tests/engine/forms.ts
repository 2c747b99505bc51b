import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import type { Engine } from '../../src/lib/engine/engine';
import { definitions } from '../../src/lib/instruments/definitions';
import type { Instrument } from '../../src/lib/instruments/instrument';
import { fileOfBytes, type ExportFile } from '../../src/lib/workbench/exports';
import { importExport, type ImportOutcome } from '../../src/lib/workbench/import';
import { rows } from './engine-tables';

/** One answered questionnaire. Every form is of a course of its own, called by its place in the list. */
export interface Form {
  readonly instrument: Instrument;
  /** Wave, or kind of session; what the instrument has first if left out. */
  readonly occasion?: string;
  readonly answers: Readonly<Record<string, number | null>>;
  readonly age?: number;
  readonly sex?: string;
}

/** As the files of an export, one for each instrument that has forms. */
export function exportOf(forms: readonly Form[]): ExportFile[] {
  const courses = forms.map(({ age, sex }, index) => [`f${index}`, age, sex]);
  const files = [fileOf('courses', ['course_id', 'age', 'sex'], courses)];
  for (const instrument of new Set(forms.map((form) => form.instrument))) {
    const names = instrument.items.map(({ name }) => name);
    const series = instrument.when.kind === 'sessions';
    const answered = forms.flatMap((form, index) => {
      if (form.instrument !== instrument) return [];
      const occasion = form.occasion ?? firstOccasion(instrument);
      return [
        [`f${index}`, occasion, ...(series ? [1] : []), ...names.map((name) => form.answers[name] ?? null)],
      ];
    });
    files.push(
      fileOf(
        instrument.table,
        ['course_id', ...(series ? ['kind', 'session'] : ['wave']), ...names],
        answered,
      ),
    );
  }
  return files;
}

function firstOccasion({ when }: Instrument): string {
  return (when.kind === 'waves' ? when.waves[0] : when.kinds[0]?.code) ?? '';
}

function fileOf(name: string, header: readonly string[], lines: readonly (readonly unknown[])[]) {
  const text = [header, ...lines].map((line) => line.map((value) => value ?? '').join(';')).join('\n');
  return fileOfBytes(`${name}.csv`, new TextEncoder().encode(`${text}\n`));
}

export function importForms(
  forms: readonly Form[],
  instruments: readonly Instrument[],
): Promise<ImportOutcome> {
  return importExport(openNodeImportEngine, [{ dataset: 'd', files: exportOf(forms) }], { instruments });
}

/** The forms, imported and scored by the SQL made from these instruments. Close the engine. */
export async function scoreForms(
  forms: readonly Form[],
  instruments: readonly Instrument[],
): Promise<Engine> {
  const outcome = await importForms(forms, instruments);
  const engine = await openNodeEngine({ gate: () => null });
  await engine.load(outcome.tables, definitions(instruments));
  return engine;
}

export interface Scored {
  readonly score: number | null;
  readonly answered: number;
}

/** By form (its place in the list) and scale, from the wide views. */
export async function scoresOf(
  engine: Engine,
  forms: readonly Form[],
): Promise<(scale: string, form: number) => Scored | undefined> {
  const found = new Map<string, Scored>();
  for (const { table, scales } of new Set(forms.map((form) => form.instrument))) {
    for (const { name } of scales) {
      const sql = `SELECT course_id, ${name}::DOUBLE, ${name}_answered FROM ${table}_scales`;
      for (const [course, score, answered] of await rows(engine, sql)) {
        found.set(`${name} ${course}`, {
          score: score === null ? null : Number(score),
          answered: Number(answered),
        });
      }
    }
  }
  return (scale, form) => found.get(`${scale} f${form}`);
}
