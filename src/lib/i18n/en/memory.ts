import type { memory as da } from '../da/memory';

export const memory: typeof da = {
  title: 'Memory',
  onlyMemory: 'Data is in memory only and gone when the tab closes.',
  remember: 'Remember on this device …',
  remembered: (date) => `Remembered on this device until ${date}, encrypted.`,
  following: 'What you change follows.',
  stop: 'Stop remembering',
  keysApart:
    'Civil registration numbers were replaced at different times. The same children can therefore not be joined by number between what was remembered and files opened since.',
  not: {
    elsewhere: 'No longer remembered: another tab has changed or forgotten it.',
    room: 'The browser has no room. The latest is not remembered.',
    other: (message) => `The latest could not be remembered. The browser says: ${message}`,
  },

  form: {
    title: 'Remember on this device',
    what: (date) =>
      `What is loaded is kept encrypted in this browser until ${date} and then deleted. The files themselves are not kept. Civil registration numbers are replaced; all other columns come along.`,
    lost: 'Nobody can recover the pass-phrase. If it is forgotten, the files must be chosen again.',
    replaces: 'What is remembered here already is replaced.',
    phrase: 'Pass-phrase',
    rule: (least) =>
      `At least ${least} characters. Several words are easier to remember and harder to guess.`,
    again: 'The pass-phrase again',
    short: (least) => `The pass-phrase must have at least ${least} characters.`,
    differs: 'The two are not the same.',
    save: 'Remember it',
    saving: 'Encrypting …',
  },

  unlock: {
    title: (date, files) => `Remembered until ${date}: ${files === 1 ? '1 file' : `${files} files`}`,
    phrase: 'Pass-phrase',
    open: 'Unlock',
    opening: 'Unlocking …',
    why: {
      phrase:
        'That pass-phrase does not fit. If it always did, what is remembered is damaged; then the files must be chosen again.',
      damaged: 'What is remembered is damaged and cannot be used. Choose the files again.',
      gone: 'What was remembered is not here any more. Choose the files again.',
      other: 'What is remembered could not be read. Try again, or choose the files again.',
    },
    unreadable: 'Something is remembered here that this version of Pejling cannot read. It can be forgotten.',
    waits: (date) => `Data is remembered here until ${date}.`,
    home: 'Unlock on the opening page',
  },

  lock: {
    after: 'Lock after',
    minutes: (count) => (count === '60' ? 'an hour without use' : `${count} minutes without use`),
    never: 'Do not lock by itself',
    warning: (clock) => `The page has not been in use. At ${clock} it locks, and data leaves memory.`,
    stay: 'Stay here',
    locked: 'Locked, since the page was not in use',
    out: 'Data has left memory. The notebook is under “Recently opened”.',
    unlock: 'Unlock what is remembered, or choose the files again.',
    choose: 'Data was not remembered: choose the files again.',
  },

  forget: {
    link: 'Forget everything on this device …',
    title: 'Forget everything on this device',
    lede: 'All that Pejling has put in this browser is deleted: the notebooks on the shelf and their versions, what is remembered, what the columns of files are, and your choices. Files that you have saved yourself stay where they are.',
    button: 'Forget everything',
    sure: 'The notebooks and what is remembered cannot be had back. Forget everything?',
    yes: 'Yes, forget everything',
    no: 'Keep it',
    working: 'Forgetting …',
    kind: 'Place in the browser',
    here: 'Is here now',
    was: 'Was here',
    left: 'Is here still',
    nothing: 'nothing',
    unknown: 'cannot be seen in this browser',
    kinds: {
      databases: 'Databases (IndexedDB)',
      caches: 'Caches (Cache)',
      files: 'Files (OPFS)',
      local: 'Choices (localStorage)',
      session: 'The tab’s choices (sessionStorage)',
      cookies: 'Cookies',
      workers: 'Service workers',
    },
    done: 'Everything is forgotten',
    some: 'Something is here still',
    proof: {
      empty: 'The list was read again afterwards: nothing is left.',
      some: 'Another tab probably holds it. Close other tabs with Pejling, and try again.',
      unseen:
        'The list was read again afterwards: nothing is left where the page can see. The rest can be deleted in the settings of the browser.',
    },
    tabs: (count) =>
      count === '1'
        ? 'Pejling is open in one more tab. What it has in memory goes only when it is closed.'
        : `Pejling is open in ${count} more tabs. What they have in memory goes only when they are closed.`,
    again: 'Try again',
    fresh: 'Start afresh',
  },
};
