import { mount, unmount } from 'svelte';
import type { Workbench } from '../workbench-surface';
import Guide from './Guide.svelte';

let end = () => {};

/** Before all else on the page, so that the Tab key comes to it first; what lies over the page gives way. */
export function show(workbench: Workbench, asked = true): void {
  end();
  if (asked) document.querySelector('dialog')?.close();
  const { body } = document;
  const guide = mount(Guide, {
    target: body,
    ...(body.firstChild && { anchor: body.firstChild }),
    props: { workbench, asked, onbegin: remember, onend: () => end() },
  });
  end = () => {
    end = () => {};
    void unmount(guide);
  };
}

function remember(): void {
  try {
    localStorage.setItem('pejling-guide', 'seen');
  } catch {
    // A private window: it comes again at the next visit.
  }
}
