import type { Language } from './language';

const locales: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const cache = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.NumberFormat(locales[language], options)));
  return format;
}

/** Intl writes a hyphen-minus in some locales; print uses a true minus everywhere. */
const trueMinus = (text: string) => text.replace(/^-/, '−');

/** 1234.5 → "1.234,5"; `decimals` is a maximum. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  return trueMinus(formatter(language, { maximumFractionDigits: decimals }).format(value));
}

/** 3 → "+3", −3.9 → "−3,9". */
export function formatSigned(value: number, language: Language, decimals = 2): string {
  return trueMinus(
    formatter(language, { maximumFractionDigits: decimals, signDisplay: 'exceptZero' }).format(value),
  );
}

/** With just so many decimals, so that a column lines up: 0.5 → "0,50"; `signed` as a difference. */
export function formatFixed(value: number, language: Language, decimals: number, signed = false): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const sign = signed ? ('exceptZero' as const) : ('negative' as const);
  return trueMinus(formatter(language, { ...digits, signDisplay: sign }).format(value));
}

/** A share 0-1 as "72 %", with a no-break space in both languages. */
export function formatPercent(share: number, language: Language, decimals = 0): string {
  return `${formatNumber(share * 100, language, decimals)}\u00a0%`;
}

export function formatDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}

export function formatClock(milliseconds: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { hour: 'numeric', minute: '2-digit' }).format(
    milliseconds,
  );
}

export function collator(language: Language): Intl.Collator {
  return new Intl.Collator(locales[language], { numeric: true });
}

/** A text of millions of characters brings a browser down before anyone has read it. */
export function cutShort(text: string, most = 2_000): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
