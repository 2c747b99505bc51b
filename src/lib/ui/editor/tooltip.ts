import type { Explained } from './names';

/** An explanation as CodeMirror shows it. */
export function tooltipOf({ head, lines }: Explained): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-explained';
  const first = document.createElement('strong');
  first.textContent = head;
  box.append(first);
  for (const line of lines) {
    const row = document.createElement('div');
    row.textContent = line;
    box.append(row);
  }
  return box;
}
