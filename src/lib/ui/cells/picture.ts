/**
 * A drawing as a file of its own: every custom property replaced by what it is on paper, since the page's style
 * sheets do not follow it out.
 */
export function inlineTokens(drawing: Element, document: Document): string {
  const page = document.createElement('div');
  page.style.colorScheme = 'light';
  page.hidden = true;
  document.body.append(page);
  const read = (token: string) => {
    page.style.color = `var(${token})`;
    return getComputedStyle(page).color;
  };
  const sans =
    "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', system-ui, sans-serif";
  drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const written = new XMLSerializer()
    .serializeToString(drawing)
    .replaceAll('var(--sans)', sans)
    .replace(/var\((--[a-z0-9-]+)\)/g, (_, token: string) => read(token));
  page.remove();
  return written;
}
