/** A function as it is written: what stands between its brackets, in order. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly string[];
}

const written = `
  chosen(value, choice)
  band_of(instrument, scale, score, age, sex, respondent)
  count(*)
  count_if(condition)
  sum(x)
  avg(x)
  median(x)
  min(x)
  max(x)
  stddev_samp(x)
  quantile_cont(x, share)
  mode(x)
  any_value(x)
  string_agg(text, separator)
  corr(y, x)
  round(x, decimals)
  coalesce(value, otherwise)
  nullif(value, missing)
  date_diff(part, from, to)
  grouping(column)
  row_number()
  lag(x, rows)
  lead(x, rows)
  greatest(a, b)
  least(a, b)
  regexp_matches(text, pattern)
`;

/** What analyses of an export are written with: the scoring's own first. Its words for people are in i18n, by name. */
export const signatures: readonly Signature[] = [...written.matchAll(/(\w+)\((.*)\)/g)].map(
  ([, name = '', parameters = '']) => ({
    name,
    parameters: parameters === '' ? [] : parameters.split(', '),
  }),
);
