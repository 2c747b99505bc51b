const name = 'found';
/** Drawn by `::highlight(found)` in base.css; where a browser has none, the cell one comes to is selected all the same. */
const most = 2000;

/** Marks the words wherever they can be read in the notebook, without touching what is there. */
export function markWords(words: string): void {
  if (!('highlights' in CSS)) return;
  const wanted = words.toLowerCase();
  const ranges: Range[] = [];
  for (const cell of wanted === '' ? [] : document.querySelectorAll('main .content')) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && ranges.length < most)
      ranges.push(...rangesIn(texts.currentNode as Text, wanted));
  }
  CSS.highlights.set(name, new Highlight(...ranges));
}

export function unmarkWords(): void {
  if ('highlights' in CSS) CSS.highlights.delete(name);
}

function rangesIn(node: Text, wanted: string): readonly Range[] {
  const text = node.data.toLowerCase();
  const ranges: Range[] = [];
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + wanted.length)) {
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, Math.min(from + wanted.length, node.length));
    ranges.push(range);
  }
  return ranges;
}
