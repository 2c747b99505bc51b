import type { library as danish } from '../da/library';

export const library: typeof danish = {
  elsewhere: {
    title: 'The notebook is open in another tab. Here it can be read.',
    about: 'You can choose in the menus here to see other numbers; that is not kept.',
    take: 'Write here instead',
    declined:
      'The other tab has something that it cannot keep in the browser. Go there and save it as a file; then try again here.',
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
