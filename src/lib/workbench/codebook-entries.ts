import { searchedScales, tableOf } from '../codebook/codebook';
import type { Variable } from '../codebook/schema';
import type { Entry } from '../codebook/search';
import { sentencesOf } from '../i18n/sentences';
import { bandingOf, limitsOf } from '../instruments/bands';
import { scalesViewName } from '../instruments/definitions';
import type { Instrument, Item, Scale } from '../instruments/instrument';
import { saidIn, type Said } from '../instruments/said';
import { quoteName, quoteText } from '../sql/quote';
import type { Tables } from '../dataflow/session';

/**
 * Everything that can be looked up: the variables of an export, and the scales and items of these instruments. Of what
 * is computed, those that are columns of the tables there are.
 */
export function codebookEntries(instruments: readonly Instrument[], { tables }: Tables): Entry[] {
  const waves = instruments.filter(({ when }) => when.kind === 'waves').map(({ table }) => table);
  const series = instruments.filter(({ when }) => when.kind === 'sessions').map(({ table }) => table);
  const computed = tables.filter(({ name }) => chief.includes(name));
  const holding = ({ name }: Variable) =>
    computed.filter(({ columns }) => columns.includes(name)).map((table) => table.name);
  return [
    ...tableOf('courses').map((variable) => ofVariable(variable, ['courses'])),
    ...instruments.flatMap(ofInstrument),
    ...tableOf('forms').map((variable) => ofVariable(variable, waves)),
    ...tableOf('sessions').map((variable) => ofVariable(variable, series)),
    ...tableOf('changes').map((variable) => ofVariable(variable, holding(variable))),
  ].filter((entry) => entry.tables.length > 0);
}

/** The computed tables, those that analyses begin with first. */
const chief: readonly string[] = ['changes', 'pairing_courses', 'pairing_ledger', 'reliable_change'];

function ofVariable(variable: Variable, tables: readonly string[]): Entry {
  const { name, label, type, search, derived } = variable;
  return {
    kind: 'variable',
    ...{ name, tables, label, type, search },
    codes: variable.type === 'code' ? variable.codes : [],
    ...(derived && { derived }),
    ...('range' in variable && variable.range && { range: variable.range }),
    sql: quoteName(name),
  };
}

function ofInstrument(instrument: Instrument): Entry[] {
  return [
    ...instrument.scales.map((scale) => ofScale(scale, instrument)),
    ...instrument.items.map((item, index) => ofItem(item, index + 1, instrument)),
  ];
}

/** Scored at a wave, a scale is rows of long tables; in a series it is a column of the instrument's own view. */
function tablesOf(instrument: Instrument): string[] {
  const { when } = instrument;
  if (when.kind === 'sessions') return [scalesViewName(instrument)];
  const paired = when.waves.includes('before') && when.waves.includes('after');
  return paired ? ['scores', 'changes'] : ['scores'];
}

function ofScale(scale: Scale, instrument: Instrument): Entry {
  const { name, label, range, rule } = scale;
  const { when, title } = instrument;
  const places = limitsOf(instrument, name).flatMap(({ starts }) => starts.map(({ band }) => band));
  const bands = bandingOf(instrument)?.bands.filter(({ code }) => places.includes(code)) ?? [];
  const words = searchedScales.find((each) => each.instrument === instrument.name && each.name === name);
  return {
    kind: 'scale',
    ...{ name, label, title, type: 'number' },
    tables: tablesOf(instrument),
    range: { from: range[0], to: range[1] },
    codes: bands,
    derived: rule.text,
    source: inBoth(rule.source),
    search: [instrument.name, ...(words?.search ?? [])],
    sql:
      when.kind === 'waves'
        ? `instrument = ${quoteText(instrument.name)} AND scale = ${quoteText(name)}`
        : quoteName(name),
  };
}

/** An item has no words of its own (licences): it is called by its number. */
function ofItem(
  { name, min, max, whole }: Item,
  number: number,
  { title, table, scales }: Instrument,
): Entry {
  const within = scales.filter(({ method }) => 'items' in method && method.items.includes(name));
  const say = (language: 'da' | 'en') => {
    const words = sentencesOf(language).codebook;
    const parts = within.map(({ label }) => label[language]).join(', ');
    return { label: words.item(String(number)), derived: parts && words.partOf(parts) };
  };
  const [da, en] = [say('da'), say('en')];
  return {
    kind: 'item',
    ...{ name, title, tables: [table], type: whole ? 'integer' : 'number', range: { from: min, to: max } },
    label: { da: da.label, en: en.label },
    ...(within.length > 0 && { derived: { da: da.derived, en: en.derived } }),
    codes: [],
    search: [],
    sql: quoteName(name),
  };
}

const inBoth = (said: Said) => ({ da: saidIn(said, 'da'), en: saidIn(said, 'en') });
