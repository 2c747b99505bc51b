import type { Work } from '../../work';
import type { Budget } from '../budget';
import { Refused } from '../refused';
import type { Sheet } from '../sheet';
import { SheetWriter } from '../sheet-writer';
import { checkRows, checkSize } from '../typed-rows';
import { readDictionary } from './dictionary';
import { rowsOf } from './rows';
import { labelsOf, valueReader } from './values';

const stepRows = 500;

/** A file of SPSS or PSPP, packed or not (.sav, .zsav). A row is found by its number, from 1. */
export function* readSav(bytes: Uint8Array, budget: Budget): Work<Sheet> {
  const dictionary = readDictionary(bytes);
  const { variables, said } = dictionary;
  if (variables.length === 0) throw new Refused('empty-file');
  if (said !== undefined) checkSize(said, variables.length);
  const writer = new SheetWriter(variables.map(({ name }) => name));
  const rows = rowsOf(bytes, dictionary, budget);
  const values = variables.map((variable) => valueReader(variable, dictionary, rows.row));
  let read = 0;
  while (rows.next()) {
    read++;
    writer.row(
      read,
      values.map((value) => value()),
    );
    if (read % stepRows === 0) yield rows.part;
  }
  if (said !== undefined) checkRows(read, said);
  const described = variables.map((variable) => ({
    label: variable.label,
    codes: labelsOf(variable, dictionary),
  }));
  return { name: '', shape: writer.finish(), unnamed: [], described };
}
