import type { trust as danish } from '../da/trust';

export const trust: typeof danish = {
  title: 'This notebook comes from elsewhere. Nothing in it has run.',
  about: (cells, tables) =>
    `When you say so, it runs ${cells} and reads ${tables}. It cannot send anything out of the browser.`,
  cells: (count) => (count === '1' ? '1 cell' : `${count} cells`),
  tables: (names) =>
    names.length === 0
      ? 'no tables'
      : names.length === 1
        ? `the table ${names[0] ?? ''}`
        : `the tables ${names.join(', ')}`,
  origin: (title) => `It was made from the ready notebook “${title}”.`,
  differs: 'See what differs',
  since: 'Compared with the ready notebook this differs:',
  noData: 'There is no data yet. Open your own files, or use the demonstration.',
  demonstration: 'Use the demonstration',
  run: 'Run the notebook',
  leave: 'Leave it',
  left: 'The notebook comes from elsewhere and has not run.',
  problem: {
    title: 'The link gave no notebook',
    damaged:
      'Some of the link is missing. That happens when it is broken over several lines. Ask for it again, or for the file.',
    newer: 'The link was made by a newer Pejling. Ask for the notebook as a file.',
    'too-large': 'There is more in the link than a notebook can hold. It was not opened.',
  },
  link: {
    title: 'Link to the notebook',
    about:
      'The link is the notebook itself: whoever gets it computes on data of their own. No data and no numbers come along. The text of the notebook does, notes and decisions too.',
    copy: 'Copy a link to the notebook',
    copied: 'The link has been copied.',
    notCopied: 'The link could not be copied. Copy it from here:',
    tooLong: 'The notebook is too long for a link: mail programs break long links. Send it as a file.',
    save: 'Save the notebook as a file',
  },
  leaving: {
    title: 'A link out of Pejling',
    goes: (host) => `This link goes to ${host}.`,
    mails: (to) => `This link writes a mail to ${to}.`,
    address: 'The whole address',
    open: 'Open in a new tab',
    write: 'Write the mail',
    stay: 'Stay here',
  },
};
