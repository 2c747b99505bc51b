* Writes the exports of SPSS that the import is tested with, by PSPP: pspp exports.sps, in this folder.
SET LOCALE='UTF-8'.
DATA LIST LIST (',') NOTABLE / V1 (F4) V2 (F1) V3 (F1) V4 (EDATE10) V5 (A20) V6 (F1) who5_1_foer (F1) who5_2_foer (F1) who5_3_foer (F1) who5_4_foer (F1) who5_5_foer (F1) V20 (F2) V21 (F2) V22 (F2) V23 (F2) V24 (F2).
BEGIN DATA
101,1,1,15.01.2018,Anne Jensen,1,2,2,1,2,3,4,3,4,5,4
102,2,2,20.02.2018,Bo Hansen,2,1,0,1,2,2,99,99,99,99,99
103,9,1,01.03.2018,Ida Berg,1,3,3,3,3,3,3,2,3,4,5
104,2,2,11.04.2018,Ole Skov,8,4,4,5,4,3,5,5,5,5,5
END DATA.
VARIABLE LABELS V1 'Forløbsnummer' / V2 'Barnets køn' / V3 'Projekt' / V4 'Startdato' / V5 'Barnets navn' / V6 'Mors rusmiddelproblem'
  / V20 'Trivsel spørgsmål 1 efter' / V21 'Trivsel spørgsmål 2 efter' / V22 'Trivsel spørgsmål 3 efter' / V23 'Trivsel spørgsmål 4 efter' / V24 'Trivsel spørgsmål 5 efter'.
VALUE LABELS V2 1 'Pige' 2 'Dreng' 9 'Uoplyst' / V3 1 'BRUS' 2 'TUBA' / V6 1 'Nej' 2 'Ja' 8 'Ved ikke'.
MISSING VALUES V2 (9) / V20 V21 V22 V23 V24 (99).
SAVE OUTFILE='../../mappings/spss/BRUS.sav'.

NEW FILE.
DATA LIST LIST (',') NOTABLE / course_id (A4) sex (F1) project (F2) misuse_by_mother (F1) started_on (EDATE10).
BEGIN DATA
c1,1,1,1,15.01.2018
c2,2,2,0,20.02.2018
c3,3,7,,
END DATA.
VALUE LABELS sex 1 'Pige' 2 'Dreng' 3 'Andet end vi kender' / project 1 'BRUS' 2 'Ærø' / misuse_by_mother 0 'Nej' 1 'Ja'.
SAVE OUTFILE='../../cases/spss/courses.sav'.

NEW FILE.
DATA LIST LIST (',') NOTABLE / course_id (A4) wave (F1) who5_1 (F2) who5_2 (F2) who5_3 (F2) who5_4 (F2) who5_5 (F2).
BEGIN DATA
c1,1,1,2,3,4,5
c1,2,5,4,3,2,1
c2,1,99,2,3,4,7
END DATA.
VALUE LABELS wave 1 'Før' 2 'Efter'.
MISSING VALUES who5_1 TO who5_5 (99).
SAVE OUTFILE='../../cases/spss/who5.sav' /ZCOMPRESSED.
