/** De elleve dimensioner af lovende praksis, som Socialstyrelsens redskab og projekternes rapporter har dem. */
export const practice = {
  title: 'Elementer i lovende praksis',
  dimension: 'Dimension',
  rating: 'Vurdering',
  data: 'Hvad data siger',
  noData: 'Det kan data ikke sige noget om.',
  edit: 'Ret vurderingerne',
  editText: 'Ret som tekst',
  note: (dimension: string) => `Begrundelse: ${dimension}`,
  ratingOf: (dimension: string) => `Vurdering: ${dimension}`,
  notRated: 'Ikke vurderet',
  ratings: {
    high: 'I høj grad',
    some_to_high: 'I nogen til høj grad',
    some: 'I nogen grad',
    low: 'I mindre grad',
    not_yet: 'Kan ikke vurderes endnu',
  },
  dimensions: {
    knowledge: {
      name: 'Teori og viden',
      asks: 'Er det klart, hvilke teorier, hvilken viden og hvilke erfaringer indsatsen bygger på?',
    },
    effect: { name: 'Virkning', asks: 'Virker indsatsen? Hvordan? Hvorfra ved vi det?' },
    description: {
      name: 'Beskrivelse',
      asks: 'Er aktiviteter, målgruppe og dens behov, mål og nødvendige kompetencer klart beskrevet?',
    },
    goals: { name: 'Mål', asks: 'Er der klare mål, på skrift, for den enkelte og for gruppen?' },
    transfer: { name: 'Overførbarhed', asks: 'Kan indsatsen overføres til andre tilbud? Hvad kræver det?' },
    economy: { name: 'Økonomi', asks: 'Kender vi omkostningerne? Kan det betale sig?' },
    reflection: {
      name: 'Faglig refleksion',
      asks: 'Er der systematisk faglig refleksion, supervision og adgang til nyeste viden?',
    },
    cooperation: {
      name: 'Relationelt samarbejde',
      asks: 'Er der retningslinjer for samarbejdet på tværs af sektorer, fagligheder og forvaltninger?',
    },
    tailoring: {
      name: 'Individuel tilrettelæggelse',
      asks: 'Tages der udgangspunkt i den enkeltes behov, ressourcer, netværk og ejerskab?',
    },
    monitoring: { name: 'Monitorering', asks: 'Måles udviklingen? Med hvilke redskaber og procedurer?' },
    follow_up: { name: 'Opfølgning', asks: 'Drøftes målingerne, og tilpasses indsatsen efter dem?' },
  },
};
