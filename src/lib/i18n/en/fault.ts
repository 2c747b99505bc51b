import type { Sentences } from '../sentences';

export const fault: Sentences['fault'] = {
  syntax: {
    indent: 'the indentation does not fit the lines around it',
    tab: 'the line is indented with a tab. Use spaces',
    twice: 'the same field stands twice',
    unclosed: 'a character is missing, such as a closing quotation mark or bracket',
    open: 'it does not end with a line with ---',
    deep: 'too many layers stand inside each other',
    other: 'it cannot be read as fields of the form name: value',
  },
  unknownField: (field) => `the field ${field} is not known here`,
  missing: (field) => `the field ${field} is missing`,
  notAllowed: (field, found, wanted) => {
    const where = field === '' ? 'what stands here' : `the field ${field}`;
    return found === '' ? `${where} ${wanted}` : `${where} ${wanted}; it says ${found}`;
  },
  wanted: {
    oneOf: (values) => `must be ${values}`,
    atLeast: (limit) => `must be at least ${limit}`,
    atMost: (limit) => `must be at most ${limit}`,
    other: 'is not valid',
    type: {
      text: 'must be text',
      number: 'must be a number',
      'whole-number': 'must be a whole number',
      truth: 'must be true or false',
      list: 'must be a list',
      fields: 'must be fields of the form name: value',
    },
  },
};
