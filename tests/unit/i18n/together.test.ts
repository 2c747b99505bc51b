import { expect, test } from 'vitest';
import { together } from '../../../src/lib/i18n/together';

test.each([
  ['one after another, as inside a sentence', ['Mor', 'Far', 'Andre'], [], 'Mor, far og andre'],
  ['a unit is said once', ['3–10 år', '11–16 år'], [], '3–10 og 11–16 år'],
  ['a name in capitals stays', ['Trivsel', 'SDQ'], [], 'Trivsel og SDQ'],
  [
    'what people call their own stays',
    ['Værkstedet', 'Just Be you'],
    ['Just Be you'],
    'Værkstedet og Just Be you',
  ],
  ['one', ['Far'], [], 'Far'],
] as const)('names as one: %s', (_, names, own, said) =>
  expect(together(names, 'og', new Set(own))).toBe(said),
);
