type Attributes = Readonly<Record<string, string>>;
export type Child = Element | string;

/** Makes an HTML element; strings become text nodes. */
export type Build = (tag: string, attributes: Attributes, ...children: readonly Child[]) => Element;

export function builderIn(document: Document): Build {
  return (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
}
