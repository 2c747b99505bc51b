import { sentencesOf } from '../i18n/sentences';
import type { TheoryCell } from '../notebook/cell';
import { mapWords, textsOf, type Box, type Theory } from '../notebook/theory';
import { drawTheory } from '../plot/theory';
import type { Build } from './build';
import { paragraph, titled, type Numbering } from './figure';
import { filledIn } from './lookup';
import type { ReportParts } from './outcome';

/** Wider than the text, and made to fit it: on paper the picture gives the shape, the lists under it the words. */
const drawnAt = 928;

/** A theory of change as a numbered figure: the picture, and the same as lists. */
export function theoryFigure(
  cell: TheoryCell,
  parts: ReportParts,
  build: Build,
  numbering: Numbering,
): Element {
  const { language } = parts.words;
  const says = sentencesOf(language).theory;
  const theory = mapWords(cell.spec, (text) => filledIn(text, parts));
  const number = sentencesOf(language).report.figure(++numbering.figures);
  const picture = drawTheory(theory, drawnAt, language, parts.document);
  return build(
    'figure',
    { class: 'drawing theory' },
    titled(number, theory.title ?? says.title, build),
    ...paragraph('subtitle', theory.subtitle, build),
    build('div', { class: 'chart wide' }, picture),
    ...paragraph('guide', theory.guide, build),
    ...paragraph('source', theory.source, build),
    listElement(theory, parts, build),
  );
}

function listElement({ steps }: Theory, { words }: ReportParts, build: Build): Element {
  const says = sentencesOf(words.language).theory;
  const texts = textsOf(steps);
  const boxElement = (box: Box, expected: boolean) => {
    const leads = box.leads_to?.map((name) => texts.get(name)).join(' · ');
    const indicator = expected ? (box.indicator ?? says.noIndicator) : undefined;
    const said = [indicator, leads && says.leadsTo(leads)].filter(
      (text) => text !== undefined && text !== '',
    );
    return build(
      'li',
      {},
      box.text,
      ...said.flatMap((text) => [build('br', {}), build('small', {}, text ?? '')]),
    );
  };
  const items = steps.map(({ step, boxes, expected }) =>
    build(
      'li',
      {},
      build('strong', {}, step),
      build('ul', {}, ...boxes.map((box) => boxElement(box, expected))),
    ),
  );
  return build('ol', { class: 'steps' }, ...items);
}
