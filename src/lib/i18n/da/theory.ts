/** Forandringsteorien som billede og som liste. */
export const theory = {
  title: 'Forandringsteori',
  noIndicator: 'Ingen indikator',
  leadsTo: (boxes: string) => `Fører til: ${boxes}`,
  asList: 'Vis som liste',
  asPicture: 'Skjul listen',
  edit: 'Ret forandringsteorien',
  /** Hvor mange forventede resultater data kan sige noget om. */
  coverage: (told: number, all: number) =>
    told === all
      ? `Alle ${all} forventede resultater har en indikator.`
      : told === 0
        ? `Ingen af de ${all} forventede resultater har en indikator: data kan ikke sige noget om dem her.`
        : `${told} af ${all} forventede resultater har en indikator. Resten kan data ikke sige noget om her.`,
  newSteps: ['Aktiviteter', 'Forventede resultater'] as [string, string],
};
