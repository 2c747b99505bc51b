import { parseHTML } from 'linkedom';
import { render } from 'svelte/server';
import { explanationsOf } from '../../../src/lib/i18n/explanations';
import type { Language } from '../../../src/lib/i18n/language';
import type { Banding, Instrument, Limits, Scale } from '../../../src/lib/instruments/instrument';
import { saidIn, type Said } from '../../../src/lib/instruments/said';
import type { Words } from '../../../src/lib/instruments/sourced';
import { codeLists } from '../../../src/lib/ui/instruments/code-lists';
import { labelIn } from '../../../src/lib/ui/instruments/coded';
import InstrumentGuide from '../../../src/lib/ui/instruments/InstrumentGuide.svelte';

export const codes = codeLists();

export function pageOf(all: readonly Instrument[], language: Language): Document {
  const props = { instruments: all, language, codes, home: '../', onlanguage: () => {} };
  return parseHTML(`<html><body>${render(InstrumentGuide, { props }).body}</body></html>`).document;
}

/** As it is read: what stands in two elements is two words. */
export function textOf(element: Element | null): string {
  const words = (node: Node): string =>
    node.nodeType === 3 ? (node.textContent ?? '') : [...node.childNodes].map(words).join(' ');
  return element ? words(element).replace(/\s+/g, ' ').trim() : '';
}

interface Table {
  /** With what stands above the table and beside it. */
  readonly text: string;
  readonly rows: readonly string[];
}

export function tablesIn(section: Element): Table[] {
  return [...section.querySelectorAll('.block')].map((block) => ({
    text: textOf(block),
    rows: [...block.querySelectorAll('tbody tr')].map(textOf),
  }));
}

/** 1.234,5 or 1,234.5 → 1234.5 */
export function numbersIn(text: string, language: Language): number[] {
  const [thousands, decimal] = language === 'da' ? ['.', ','] : [',', '.'];
  return (text.match(/\d[\d.,]*/g) ?? []).map((number) =>
    Number(
      number
        .replace(/[.,]+$/, '')
        .replaceAll(thousands, '')
        .replace(decimal, '.'),
    ),
  );
}

/** What must be read in one row, and what above, beside or in it. */
interface Expected {
  readonly row: string[];
  readonly table: string[];
  readonly numbers: number[];
}

/** Of one fact, key by key. A key that is new to the schema is unknown here, and so fails until the page has a place. */
function expectedOf(fact: object, instrument: Instrument, language: Language): Expected {
  const { instruments: words } = explanationsOf(language);
  const found: Expected = { row: [], table: [], numbers: [] };
  for (const [key, value] of Object.entries(fact)) {
    switch (key) {
      case 'scale':
        found.row.push(instrument.scales.find(({ name }) => name === value)?.label[language] ?? 'no scale');
        break;
      case 'name':
        found.table.push(value);
        break;
      case 'label':
        found.row.push((value as Words)[language]);
        break;
      case 'ages':
        found.table.push(words.years(String(value.from), String(value.to)));
        break;
      case 'sex':
        found.table.push(words.sexes[value as 'girl' | 'boy']);
        break;
      case 'respondent':
        found.table.push(labelIn(codes.respondent, value, language));
        break;
      case 'kind':
        found.row.push(words.kinds[value as 'alpha' | 'retest' | 'threshold']);
        break;
      case 'population':
      case 'source':
        found.table.push(saidIn(value as Said, language));
        break;
      case 'status':
        found.table.push(words.sure[value as keyof typeof words.sure]);
        break;
      case 'value':
      case 'mean':
      case 'sd':
      case 'n':
        found.numbers.push(value);
        break;
      default:
        throw new Error(`the page is not known to tell ${key}`);
    }
  }
  return found;
}

function isTold({ row, table, numbers }: Expected, tables: readonly Table[], language: Language): boolean {
  return tables.some(
    ({ text, rows }) =>
      table.every((words) => text.includes(words)) &&
      rows.some((told) => {
        const there = numbersIn(told, language);
        return (
          row.every((words) => told.includes(words)) && numbers.every((number) => there.includes(number))
        );
      }),
  );
}

/** "a til d, f (vendt)" as the items it stands for. */
function itemsIn(told: string, { items }: Instrument): string[] {
  const order = items.map(({ name }) => name);
  const words = told.split(/[^a-z0-9_]+/);
  return words.flatMap((word, at) => {
    const from = order.indexOf(word);
    const to = ['til', 'to'].includes(words[at + 1] ?? '') ? order.indexOf(words[at + 2] ?? '') : from;
    return from === -1 ? [] : order.slice(from, Math.max(from, to) + 1);
  });
}

function scaleIsTold(
  scale: Scale,
  instrument: Instrument,
  tables: readonly Table[],
  language: Language,
): boolean {
  const { instruments: words } = explanationsOf(language);
  const { method, rule } = scale;
  return tables.some(({ text, rows }) => {
    const around = [rule.text[language], saidIn(rule.source, language), words.sure[rule.status]];
    if (!around.every((each) => text.includes(each))) return false;
    return rows.some((told) => {
      const there = numbersIn(told, language);
      const has = (...parts: string[]) => parts.every((part) => told.includes(part));
      if (!has(scale.label[language], scale.name, words.better[scale.better])) return false;
      if (!scale.range.every((end) => there.includes(end))) return false;
      if (method.kind === 'scales')
        return method.scales.every((part) =>
          has(instrument.scales.find(({ name }) => name === part)?.label[language] ?? 'no scale'),
        );
      if (method.kind !== 'points' && method.factor !== 1 && !has(`× ${method.factor}`)) return false;
      if (method.kind === 'mean' && method.round === 'half-up' && !has(words.method.rounded)) return false;
      if (method.kind === 'mean' && 'answered' in method.needs && !there.includes(method.needs.answered))
        return false;
      if (method.kind === 'points') {
        const { points, unless, missing } = method;
        const given = points.map(({ answer, points }) => words.method.gives(String(answer), String(points)));
        if (!has(...given, words.method.missing(String(missing)))) return false;
        if (unless && !has(words.method.unless(unless.item, String(unless.is), String(unless.score))))
          return false;
      }
      return method.items.every((item) => itemsIn(told, instrument).includes(item));
    });
  });
}

/** What an instrument file says and the page does not. A field that is new to the schema does not compile here. */
export function missingIn(instrument: Instrument, section: Element, language: Language): string[] {
  const { instruments: words } = explanationsOf(language);
  const text = textOf(section);
  const tables = tablesIn(section);
  const lines = [...section.querySelectorAll('dt')];
  const turnedLine = lines.find((line) => textOf(line) === words.facts.reversed)?.nextElementSibling ?? null;
  const turned = itemsIn(textOf(turnedLine), instrument);

  const lacks = (what: string, told: boolean) => (told ? [] : [`${instrument.name} ${what}`]);
  const says = (part: string) => lacks(part, text.includes(part));
  const saysInAnyCase = (part: string) => lacks(part, text.toLowerCase().includes(part.toLowerCase()));
  const saysWords = (said: Said | undefined) => (said === undefined ? [] : says(saidIn(said, language)));
  const tells = (facts: readonly object[]) =>
    facts.flatMap((fact) =>
      lacks(JSON.stringify(fact), isTold(expectedOf(fact, instrument, language), tables, language)),
    );

  const missing: Record<keyof Instrument, () => string[]> = {
    name: () => lacks('name', section.id === instrument.name && text.includes(`${instrument.name}.yaml`)),
    table: () => says(instrument.table),
    version: () => lacks('version', numbersIn(text, language).includes(instrument.version)),
    title: () => saysWords(instrument.title),
    measures: () => saysWords(instrument.measures),
    configurable: () => saysWords(instrument.configurable),
    licence: () => saysWords(instrument.licence),
    respondents: () =>
      instrument.respondents.flatMap((code) => saysInAnyCase(labelIn(codes.respondent, code, language))),
    ages: () => says(words.years(String(instrument.ages.from), String(instrument.ages.to))),
    when: () =>
      (instrument.when.kind === 'waves'
        ? instrument.when.waves.map((code) => labelIn(codes.wave, code, language))
        : instrument.when.kinds.map(({ label }) => label[language])
      ).flatMap(saysInAnyCase),
    items: () =>
      instrument.items.flatMap(({ name, min, max, reversed, whole }) => [
        ...lacks(name, itemsIn(text, instrument).includes(name) && text.includes(`${min}–${max}`)),
        ...lacks(`${name} reversed`, reversed === turned.includes(name)),
        ...lacks(`${name} whole`, whole || text.includes(words.betweenWhole)),
      ]),
    scales: () =>
      instrument.scales.flatMap((scale) =>
        lacks(`scale ${scale.name}`, scaleIsTold(scale, instrument, tables, language)),
      ),
    banding: () => (instrument.banding === undefined ? [] : says(`${instrument.banding} · ${words.inForce}`)),
    bandings: () =>
      instrument.bandings.flatMap((banding) => [
        ...says(`${banding.label[language]} ${banding.name} ·`),
        ...banding.limits.flatMap((limits) =>
          lacks(JSON.stringify(limits), limitsAreTold(limits, banding, instrument, tables, language)),
        ),
      ]),
    versions: () => tells(instrument.versions),
    norms: () => tells(instrument.norms),
    cutOffs: () => tells(instrument.cutOffs),
    reliability: () => tells(instrument.reliability),
    settings: () => tells(instrument.settings),
  };
  return Object.values(missing).flatMap((find) => find());
}

/** In one row, or in one table where a band has the row. */
function limitsAreTold(
  { starts, ...limits }: Limits,
  { bands }: Banding,
  instrument: Instrument,
  tables: readonly Table[],
  language: Language,
): boolean {
  const labels = starts.map(
    ({ band }) => bands.find(({ code }) => code === band)?.label[language] ?? 'no band',
  );
  const { row, table } = expectedOf(limits, instrument, language);
  return tables.some(
    ({ text, rows }) =>
      [...row, ...table, ...labels].every((part) => text.includes(part)) &&
      [
        ...rows.filter((told) => row.every((part) => told.includes(part))),
        ...(rows.length === bands.length ? [text] : []),
      ].some((told) => starts.every(({ from }) => numbersIn(told, language).includes(from))),
  );
}
