import { together } from '../together';

/** "Slå grupper sammen": what lets a table be shown that tells of too few. */
export const merge = {
  title: 'Slå grupper sammen',
  open: 'Slå grupper sammen …',
  about: 'Færre og større grupper kan vises. Forslaget ændrer så lidt som muligt; ret det, som du vil.',
  tooFew: 'Der er for få børn i alt: tabellen kan ikke vises, heller ikke med færre grupper.',
  cannot:
    'Grupperne i denne tabel kan ikke lægges sammen af sig selv: beregningen er ikke én optælling med count(*) AS n, hvor hvert barn står i én række. Ret beregningen.',
  waits: 'Tabellen er ikke regnet endnu. Kør cellen først.',
  missing: 'Ubesvaret',
  rest: 'Øvrige grupper',
  and: (names: readonly string[], own: ReadonlySet<string>) => together(names, 'og', own),
  out: (division: string) => `Del ikke efter ${division}`,
  fixed: (division: string) => `${division} bliver, som det er: det samme barn kan stå under flere.`,
  join: 'Slå de valgte sammen',
  joinHint: 'Sæt kryds ved mindst to.',
  apart: 'Skil ad',
  split: (name: string) => `Skil ad: ${name}`,
  name: (codes: string) => `Navn på ${codes}`,
  again: 'Forslaget igen',
  faults: {
    nothing: 'Vælg, hvad der skal slås sammen.',
    'nothing-left': 'Mindst én opdeling må blive.',
    unnamed: 'Giv den samlede gruppe et navn.',
    taken: (name: string) => `Der er allerede en gruppe, der hedder »${name}«.`,
    number: (name: string) => `»${name}« er et tal. Giv gruppen et navn med bogstaver.`,
  },
  shown: (rows: string) => `Tabellen kan vises: ${rows === '1' ? 'den ene række' : `alle ${rows} rækker`}.`,
  partly: (hidden: string, rows: string) =>
    `Tabellen kan vises, men ${hidden} af ${rows} rækker er stadig skjult.`,
  refused: 'Tabellen kan stadig ikke vises.',
  conflict:
    'Den gamle tabel og den nye røber til sammen en lille gruppe. De kan ikke deles begge to: lad den nye træde i stedet for den gamle.',
  lost: (columns: string) => `Kommer ikke med, for det kan ikke regnes ud af grupper: ${columns}.`,
  weighted: 'Antal lægges sammen. Gennemsnit og andele vægtes med, hvor mange børn der står bag.',
  instead: 'I stedet for den gamle tabel, som bliver en mellemregning, der ikke vises',
  charts: (names: string) => `Tegn også figuren af de nye grupper: ${names}`,
  chartsInstead: (names: string) => `Figuren tegnes af de nye grupper: ${names}.`,
  chartsNot: (names: string) => `Figuren kan ikke tegnes af de nye grupper: ${names}.`,
  insert: 'Sæt ind i notesbogen',
  insertAbout: 'Det bliver en almindelig celle, som du kan se og rette beregningen i.',
  titleOf: (title: string) => `${title}, grupper slået sammen`,
};
