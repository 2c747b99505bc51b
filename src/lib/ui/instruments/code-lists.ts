import { codebook } from '../../codebook/codebook';
import type { Coded, CodeLists } from './coded';

export function codeLists(): CodeLists {
  return { respondent: codesOf('respondent'), wave: codesOf('wave'), clinical: codesOf('clinical') };
}

function codesOf(name: string): Coded {
  const variable = codebook.find((each) => each.name === name);
  return variable?.type === 'code' ? variable.codes : [];
}
