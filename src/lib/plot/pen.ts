const svgNamespace = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

/** Makes SVG elements in a document. Text goes in as text, never as markup. */
export interface Pen {
  readonly make: (tag: string, attributes: Attributes, children?: readonly (Element | string)[]) => Element;
}

export function penOf(document: Document): Pen {
  return {
    make(tag, attributes, children = []) {
      const element = document.createElementNS(svgNamespace, tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, written(value));
      element.append(...children);
      return element;
    },
  };
}

/** Hundredths of a pixel are enough, and keep the drawings comparable. */
function written(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

export interface Lettering {
  readonly size: number;
  readonly weight?: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A rim of paper, or of another colour, for words that stand on a line or a hatching. */
  readonly halo?: boolean | string;
}

/** Words on one line; `y` is the middle of the small letters, so that sizes stand level with each other. */
export function letter(pen: Pen, words: string, x: number, y: number, style: Lettering): Element {
  const halo: Attributes = style.halo
    ? {
        stroke: style.halo === true ? 'var(--page)' : style.halo,
        'stroke-width': 4,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }
    : {};
  return pen.make(
    'text',
    {
      x,
      y: y + style.size * 0.34,
      fill: style.fill,
      'font-size': style.size,
      'font-weight': style.weight ?? 400,
      'text-anchor': style.anchor ?? 'start',
      ...halo,
    },
    [words],
  );
}

/** The root of a drawing, read aloud as `description`. */
export function sheet(
  pen: Pen,
  size: { readonly width: number; readonly height: number },
  description: string,
  children: readonly Element[],
): Element {
  return pen.make(
    'svg',
    {
      viewBox: `0 0 ${Math.round(size.width)} ${Math.round(size.height)}`,
      width: Math.round(size.width),
      height: Math.round(size.height),
      role: 'img',
      'aria-label': description,
      'font-family': 'var(--sans)',
      fill: 'none',
    },
    children,
  );
}
