import { CST, Lexer } from 'yaml';

/** Deeper than anything a person writes. */
const deepest = 64;

/**
 * The line, from 1, where brackets, or the marks `- ` and `? ` of one line, stand too deep in each other; undefined
 * where none do. The parser goes into each of them anew: four thousand brackets, and it does not come back.
 */
export function lineTooDeep(text: string): number | undefined {
  let line = 1;
  let brackets = 0;
  let marks = 0;
  for (const source of new Lexer().lex(text)) {
    switch (CST.tokenType(source)) {
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets += 1;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets -= 1;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        marks += 1;
        break;
      case 'newline':
        marks = 0;
        break;
      default:
        break;
    }
    if (brackets > deepest || marks > deepest) return line;
    line += source.split('\n').length - 1;
  }
  return undefined;
}
