import type { Sentences } from '../../i18n/sentences';
import type { GuideWords } from './words';

export type StopName = keyof GuideWords['stops'];

/** A thing on the page that is pointed at. */
export interface Stop {
  readonly name: StopName;
  readonly target: HTMLElement;
}

type Screen = Sentences['screen'];

/** Each is found as its reader finds it, by what it is called. On a narrow screen the report is under "Mere". */
const finders: readonly (readonly [name: StopName, find: (screen: Screen) => HTMLElement | undefined])[] = [
  ['number', () => first('main article button[title^="{{"]', ({ innerText }) => /\d/.test(innerText))],
  ['menu', () => first('main :is(select, input)[id^="input-"]')],
  ['chart', ({ number }) => first('main figcaption button', called(number.ask))],
  ['explore', ({ cell }) => first('main [role="toolbar"].still button', called(cell.explore))],
  ['report', ({ bar }) => first('header button', called(bar.report))],
  ['more', ({ bar }) => first('nav > button', called(bar.more))],
];

/** What there is to point at on the page as it is now, in order. */
export function stopsOn(screen: Screen): readonly Stop[] {
  const found = finders.flatMap(([name, find]): Stop[] => {
    const target = find(screen);
    return target ? [{ name, target }] : [];
  });
  return found.filter(({ name }) => name !== 'more' || !found.some((stop) => stop.name === 'report'));
}

const called = (words: string) => (element: HTMLElement) => element.innerText.trim() === words;

function first(
  selector: string,
  is: (element: HTMLElement) => boolean = () => true,
): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.getClientRects().length > 0 && is(element),
  );
}
