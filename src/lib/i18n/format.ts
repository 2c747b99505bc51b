import type { Language } from './language';

const locales: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
/** Kept: making one takes longer than writing a hundred numbers with it. */
function kept<Format, Options>(Formatter: new (locale: string, options: Options) => Format) {
  const cache = new Map<string, Format>();
  return (language: Language, options: Options): Format => {
    const key = language + JSON.stringify(options);
    const format = cache.get(key) ?? new Formatter(locales[language], options);
    cache.set(key, format);
    return format;
  };
}
const formatter = kept<Intl.NumberFormat, Intl.NumberFormatOptions>(Intl.NumberFormat);
const clock = kept<Intl.DateTimeFormat, Intl.DateTimeFormatOptions>(Intl.DateTimeFormat);
const lister = kept<Intl.ListFormat, Intl.ListFormatOptions>(Intl.ListFormat);

/** Intl writes a hyphen-minus in some locales; print uses a true minus everywhere. */
const trueMinus = (text: string) => text.replace(/^-/, '−');

/** 1234.5 → "1.234,5"; `decimals` is a maximum. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  return trueMinus(formatter(language, { maximumFractionDigits: decimals }).format(value));
}

/** 1234.5 with two decimals → "1.234,50": numbers of one column stand under each other. `signed` gives "+3,0". */
export function formatFixed(value: number, language: Language, decimals: number, signed = false): string {
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  };
  return trueMinus(formatter(language, options).format(value));
}

/** 3 → "+3", −3.9 → "−3,9". */
export function formatSigned(value: number, language: Language, decimals = 2): string {
  return trueMinus(
    formatter(language, { maximumFractionDigits: decimals, signDisplay: 'exceptZero' }).format(value),
  );
}

/** A share 0-1 as "72 %", with a no-break space in both languages. */
export function formatPercent(share: number, language: Language, decimals = 0): string {
  return `${formatNumber(share * 100, language, decimals)}\u00a0%`;
}

export function formatDate(iso: string, language: Language): string {
  return clock(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/** "februar 2027". */
export function formatMonth(iso: string, language: Language): string {
  return clock(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
}

/** The reader's own calendar day, on one line: "26. februar 2027". */
export function formatDay(milliseconds: number, language: Language): string {
  return clock(language, { dateStyle: 'long' }).format(milliseconds).replaceAll(' ', '\u00a0');
}

export function formatClock(milliseconds: number, language: Language): string {
  return clock(language, { hour: 'numeric', minute: '2-digit' }).format(milliseconds);
}

/** "a, b eller c". */
export function formatChoice(words: readonly string[], language: Language): string {
  return lister(language, { type: 'disjunction' }).format(words);
}

export function collator(language: Language): Intl.Collator {
  return new Intl.Collator(locales[language], { numeric: true });
}

/** A text of millions of characters brings a browser down before anyone has read it. */
export function cutShort(text: string, most = 2_000): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
