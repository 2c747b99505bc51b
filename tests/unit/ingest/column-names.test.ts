import { expect, test } from 'vitest';
import { nameReader } from '../../../src/lib/ingest/mapping/read-name';
import { listVariables } from '../../../src/lib/ingest/mapping/variables';
import { importTablesOf } from '../../../src/lib/ingest/tables';
import { instruments } from '../../../src/lib/instruments/catalogue';

const variables = listVariables(importTablesOf(instruments), instruments);
const read = nameReader(variables, []);

test.each<[name: string, variable: string, wave?: string, sureness?: string]>([
  ['Køn', 'courses.sex'],
  ['koen', 'courses.sex'],
  ['Barnets køn', 'courses.sex'],
  ['KØN', 'courses.sex'],
  ['sex', 'courses.sex'],
  ['ID_nr', 'courses.course_id'],
  ['Forløbs-ID', 'courses.course_id'],
  ['CPR-nr.', 'courses.course_id'],
  ['Barnets alder', 'courses.age'],
  ['alder_start', 'courses.age'],
  ['Alder ved start', 'courses.age'],
  ['bopael_t1', 'courses.residence', 'before', 'likely'],
  ['Bopæl', 'courses.residence'],
  ['Uddannelse, i gang eller senest afsluttet', 'courses.education'],
  ['Hvem har rusmiddelproblemet', 'courses.misuse_by'],
  ['misbr_part', 'courses.misuse_by'],
  ['Bor med den, der har rusmiddelproblemet', 'courses.lives_with_misuse'],
  ['dato_slut', 'courses.ended_on'],
  ['Startdato', 'courses.started_on'],
  ['Forløb afsluttet', 'courses.ended_on'],
  ['Besvarelsesdato', 'forms.answered_on'],
  ['Måling', 'forms.wave'],
  ['SDQ_P_01', 'sdq_p.pconsid'],
  ['sdq25', 'sdq_p.pattends'],
  ['SDQ spm. 7', 'sdq_p.pobeys'],
  ['pconsid', 'sdq_p.pconsid'],
  ['pconsid_efter', 'sdq_p.pconsid', 'after'],
  ['who5_1', 'who5.who5_1'],
  ['WHO5 - item 3 (før)', 'who5.who5_3', 'before'],
  ['trivsel3foer', 'who5.who5_3', 'before'],
  ['efter_trivsel_3', 'who5.who5_3', 'after'],
  ['CoreYP10_t1', 'core_yp.coreyp_10', 'before', 'likely'],
  ['t2_CoreYP10', 'core_yp.coreyp_10', 'after', 'likely'],
  ['who5_m2', 'reported.who5.total', 'after', 'likely'],
  ['core_om_34 slut', 'core_om.coreom_34', 'after'],
  ['who5_foer', 'reported.who5.total', 'before'],
  ['Trivsel opfølgning', 'reported.who5.total', 'followup'],
  ['sdq_total', 'reported.sdq_p.total'],
  ['SDQ emotionelle symptomer efter', 'reported.sdq_p.emotion', 'after'],
  ['sdqtot1', 'reported.sdq_p.total', 'before', 'guess'],
  ['sdqtot2', 'reported.sdq_p.total', 'after', 'guess'],
  ['who5_1_2', 'who5.who5_1', 'after', 'guess'],
])('%s', (name, variable, wave, sureness = 'sure') => {
  const reading = read(name);
  expect([reading?.variable.name, reading?.wave, reading?.sureness]).toEqual([variable, wave, sureness]);
});

test.each(['frem2', '', '1', 'kommentar', 'sdq26x', 'who5_9', 'samtykke', 'x_foer', 'nej'])(
  'says nothing: %s',
  (name) => expect(read(name)).toBeUndefined(),
);

test('times are counted as the file counts them', () => {
  const fromZero = nameReader(variables, ['id', 'trivsel1_t0', 'trivsel1_t1', 'trivsel1_t2']);
  const waves = ['trivsel1_t0', 'trivsel1_t1', 'trivsel1_t2'].map((name) => {
    const reading = fromZero(name);
    return [reading?.variable.name, reading?.wave, reading?.sureness];
  });
  expect(waves).toEqual([
    ['who5.who5_1', 'before', 'sure'],
    ['who5.who5_1', 'after', 'sure'],
    ['who5.who5_1', 'followup', 'sure'],
  ]);
  expect(read('trivsel1_t0')).toBeUndefined();
});
