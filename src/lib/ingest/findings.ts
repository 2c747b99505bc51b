import { quoteText } from '../sql/quote';
import { decisionOn, findingRules, type Decisions, type FindingRule } from './decision';
import { gathering } from './source';
import { courseKey, isOfCourses, type ImportTable } from './table';

/*
 * What is found once all files of a dataset are in: rows that are strange beside other rows. What is done about them is
 * the evaluator's to decide.
 */

/** Words that stand for nobody, alone or with a number: test, test 3, xx, dummy. */
const nobody =
  '^(test|testbarn|testperson|testforløb|dummy|demo|prøve|x{2,})[ _.-]*[0-9]*$|(^|[ _-])test([ _-]|$)';

function isNobody(text: string): string {
  return `coalesce(regexp_matches(lower(trim(${text})), ${quoteText(nobody)}), false)`;
}

/** Where a course says that it is nobody's. */
const telling = ['course_id', 'child_id', 'project', 'unit'];

/** Of the first of those that says so, its name or what stands there, as SQL. */
function told(what: (name: string) => string): string {
  return `CASE ${telling.map((name) => `WHEN ${isNobody(name)} THEN ${what(name)}`).join(' ')} END`;
}

/** Statements: lists what is found in a dataset and leaves out what is decided to be. */
export function findAcross(
  tables: readonly ImportTable[],
  dataset: string,
  files: ReadonlyMap<number, string>,
  decisions: Decisions,
): string {
  const forms = tables.filter((table) => table.name !== 'courses' && isOfCourses(table));
  const names = [...files].map(([number, file]) => `WHEN ${number} THEN ${quoteText(file)}`).join(' ');
  const actions = findingRules
    .map((rule) => `WHEN ${quoteText(rule)} THEN ${quoteText(decisionOn(rule, decisions))}`)
    .join(' ');
  const order = findingRules.map((rule, place) => `WHEN ${quoteText(rule)} THEN ${place}`).join(' ');
  return `CREATE OR REPLACE TABLE nobody AS
SELECT course_id FROM ${gathering('courses')}
WHERE dataset = ${quoteText(dataset)} AND (${telling.map(isNobody).join(' OR ')});
CREATE OR REPLACE TABLE findings (file_number INTEGER, line INTEGER, "column" VARCHAR, value VARCHAR, rule VARCHAR);
INSERT INTO findings
SELECT file_number, line, ${told((name) => quoteText(name))}, ${told((name) => name)}, 'test-person'
FROM ${gathering('courses')} WHERE dataset = ${quoteText(dataset)} AND course_id IN (FROM nobody);
${forms.flatMap((table) => findingsIn(table, dataset)).join('\n')}
CREATE OR REPLACE TABLE judged AS
SELECT *, CASE rule ${actions} END AS action,
  row_number() OVER (PARTITION BY file_number, line ORDER BY CASE rule ${actions} END = 'kept', CASE rule ${order} END) AS place,
  bool_or(CASE rule ${actions} END = 'row-left-out') OVER (PARTITION BY file_number, line) AS goes
FROM findings;
INSERT INTO problems
SELECT file_number, ${quoteText(dataset)}, CASE file_number ${names} END, line, "column", value, rule, action
FROM judged WHERE NOT goes OR place = 1 ORDER BY file_number, line;
${tables.map(({ name }) => `DELETE FROM ${gathering(name)} AS kept WHERE EXISTS (FROM judged WHERE goes AND judged.file_number = kept.file_number AND judged.line = kept.line);`).join('\n')}`;
}

/** A form beside its course, and beside the other forms of it. */
function findingsIn(table: ImportTable, dataset: string): string[] {
  const { name, fields, ages } = table;
  const forms = gathering(name);
  const here = `form.dataset = ${quoteText(dataset)}`;
  const has = (field: string) => fields.some((each) => each.name === field);
  const course = `JOIN ${gathering('courses')} AS course ON course.dataset = form.dataset AND course.course_id = form.course_id`;
  const find = (rule: FindingRule, column: string, value: string, from: string, where: string) =>
    `INSERT INTO findings SELECT form.file_number, form.line, ${quoteText(column)}, ${value}, ${quoteText(rule)} FROM ${forms} AS form ${from} WHERE ${here} AND ${where};`;
  const dated = has('answered_on') && has('wave');
  const day = 'form.answered_on::VARCHAR';
  return [
    find(
      'test-person',
      courseKey,
      'form.course_id',
      '',
      `(form.course_id IN (FROM nobody) OR ${isNobody('form.course_id')})`,
    ),
    find('no-course', courseKey, 'form.course_id', `LEFT ${course}`, 'course.course_id IS NULL'),
    ...(ages
      ? [
          find(
            'other-age',
            'age',
            'course.age::VARCHAR',
            course,
            `course.age NOT BETWEEN ${ages.from} AND ${ages.to}`,
          ),
        ]
      : []),
    ...(dated
      ? [
          find(
            'before-start',
            'answered_on',
            day,
            course,
            'form.answered_on < least(course.registered_on, course.started_on)',
          ),
          find(
            'after-end',
            'answered_on',
            day,
            course,
            `form.answered_on > course.ended_on AND form.wave IN ('before', 'after')`,
          ),
          find(
            'waves-reversed',
            'answered_on',
            day,
            `JOIN ${forms} AS earlier ON earlier.dataset = form.dataset AND earlier.course_id = form.course_id AND earlier.wave = 'before'`,
            `form.wave = 'after' AND form.answered_on < earlier.answered_on`,
          ),
        ]
      : []),
  ];
}
