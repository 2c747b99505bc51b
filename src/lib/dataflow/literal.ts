import type { Input } from '../notebook/input';
import { quoteNumber, quoteText, quoteTextList } from '../sql/quote';

/** What `$name` of an input becomes in SQL: a typed literal on one line. No choice is NULL of the right type. */
export function literalOf(input: Input): string {
  switch (input.type) {
    case 'select':
      if (input.all !== undefined) return quoteTextList(input.value == null ? [] : [input.value]);
      return input.value == null ? 'NULL::VARCHAR' : quoteText(input.value);
    case 'multi-select':
      return quoteTextList(input.value ?? []);
    case 'number':
      return quoteNumber(input.value);
    case 'range':
      return `({'low': ${quoteNumber(input.value[0])}, 'high': ${quoteNumber(input.value[1])}})`;
    case 'date':
      return `DATE ${quoteText(input.value)}`;
    case 'checkbox':
      return input.value ? 'TRUE' : 'FALSE';
    case 'text':
      return quoteText(input.value);
  }
}
