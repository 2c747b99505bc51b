import type { library as danish } from '../da/library';

export const library: typeof danish = {
  elsewhere: {
    title: 'The notebook is open in another tab. Here it can be read.',
    about: 'You can choose in the menus here to see other numbers; that is not kept.',
    take: 'Write here instead',
    declined:
      'The other tab has something that it cannot keep in the browser. Go there and save it as a file; then try again here.',
  },
  versions: {
    title: 'Versions',
    about:
      'Pejling keeps a version by itself when you begin to change the notebook, and then about every five minutes while you write. Old ones grow fewer with time; those you name stay. A version is the text of the notebook, never data or numbers.',
    none: 'There are no versions yet. The first is kept when you change something.',
    off: 'Versions cannot be kept in this browser. Save the notebook as a file instead.',
    name: 'Name of the version',
    hint: 'Before the meeting in March',
    keep: 'Keep a version',
    kept: 'The version is kept.',
    automatic: 'Kept by itself',
    at: (day: string, clock: string) => `${day}, ${clock}`,
    today: 'today',
    restore: 'Bring back this version',
    undoes: 'Undo brings the notebook back as it is now.',
    difference: 'Since then this has changed:',
    same: 'It is as the notebook is now.',
    header: 'About the notebook',
    kinds: { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved' },
    changedMoved: 'changed and moved',
    marks: { '+': 'new line', '-': 'removed line', ' ': '' },
    left: (count: string) => `${count} lines as before`,
    leftOne: '1 line as before',
  },
  trouble: {
    title: 'The notebook is not kept in this browser',
    full: 'The browser has no more room for Pejling. Everything is still here: save it as a file before you close the tab. Then delete notebooks you do not use, or make room on the disk; it is tried again each time you change something.',
    off: 'The browser keeps nothing in this window. That is so in a private window, or when storage is turned off. Everything is here until you close the tab: save it as a file.',
    closed:
      'Another tab has deleted or renewed what is kept. Everything is still here: save it as a file, then load the page again.',
    other:
      'The browser could not keep it. Everything is still here: save it as a file before you close the tab. It is tried again each time you change something.',
    save: 'Save as a file',
  },
};
