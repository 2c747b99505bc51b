import { formatDate } from '../i18n/format';
import { reflectWords } from '../i18n/reflect';
import type { ReflectCell } from '../notebook/cell';
import { decisionsOf, noteOn, questionsOf, type Decision } from '../notebook/reflect';
import type { Build } from './build';
import { filledIn } from './lookup';
import type { ReportParts } from './outcome';

/** Questions, what was said of each, and a table of what was decided. What only the presenter sees is not in it. */
export function reflectionElements(
  { spec }: ReflectCell,
  parts: ReportParts,
  build: Build,
): readonly Element[] {
  const { language } = parts.words;
  const says = reflectWords(language);
  const day = spec.met === undefined ? [] : [says.met(formatDate(spec.met, language))];
  const asked = questionsOf(spec).flatMap((question) => [
    build('dt', {}, filledIn(question, parts)),
    build('dd', {}, ...noteElements(noteOn(spec.notes, question) || says.noNote, build)),
  ]);
  const decisions = decisionsOf(spec);
  return [
    build(
      'section',
      { class: 'reflect' },
      ...day.map((words) => build('p', { class: 'subtitle' }, words)),
      build('dl', {}, ...asked),
      ...(decisions.length > 0 ? [decisionTable(decisions, parts, build)] : []),
    ),
  ];
}

function noteElements(text: string, build: Build): readonly Element[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => build('p', {}, line));
}

function decisionTable(decisions: readonly Decision[], parts: ReportParts, build: Build): Element {
  const { language } = parts.words;
  const says = reflectWords(language);
  const head = [says.what, says.who, says.by, says.done].map((text) => build('th', { scope: 'col' }, text));
  const rows = decisions.map(({ what, who, by, done }) => {
    const said = [
      what || says.notAgreed,
      who || says.notAgreed,
      by === undefined ? says.notAgreed : formatDate(by, language),
      done === true ? says.isDone : says.isOpen,
    ];
    return build('tr', {}, ...said.map((text) => build('td', {}, text)));
  });
  return build(
    'div',
    { class: 'scroll' },
    build(
      'table',
      {},
      build('caption', {}, says.decisions),
      build('thead', {}, build('tr', {}, ...head)),
      build('tbody', {}, ...rows),
    ),
  );
}
