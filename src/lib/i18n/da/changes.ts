/** What is another number now, after a new export. */
export const changes = {
  title: 'Hvad er ændret siden sidste udtræk?',
  line: (changed: string, of: string, within: string) =>
    changed === '0'
      ? `Nye data: ingen af ${of} tal er ændret mere end ${within}.`
      : `Nye data: ${changed} af ${of} tal er ændret mere end ${within}.`,
  see: 'Se hvilke',
  close: 'Luk',
  within: 'Vis tal, der er ændret mere end',
  about: 'Andele i procentpoint, andre tal i procent af sig selv. Kun tal, der må vises i begge udtræk.',
  none: 'Ingen tal er ændret så meget.',
  heads: { table: 'Tabel', row: 'Række', number: 'Tal', before: 'Før', now: 'Nu' },
};
