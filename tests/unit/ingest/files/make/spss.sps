* Writes the files of SPSS, by PSPP: pspp spss.sps, in this folder.
SET LOCALE='UTF-8'.
DATA LIST LIST (',') NOTABLE / course_id (A8) koen (F1) svar (F3) andel (F9.2) start (EDATE10) tid (DATETIME20) varighed (TIME8) kommune (A12) kommentar (A760).
BEGIN DATA
c1,1,3,0.1,31.12.2018,31-DEC-2018 14:30:00,14:30:00,Sønderborg,Først ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til ét ord til og så slut
c2,2,99,-2.25,29.02.2020,01-JAN-2020 00:00:00,26:30:00,Ærø,
c3,9,-1,1000000,,,,ukendt,kort
æøå,1,300,,01.01.1900,,,,
END DATA.
STRING lang (A300).
COMPUTE lang = CONCAT(RPAD("a", 254, "å"), "slut på teksten").
VARIABLE LABELS koen 'Barnets køn' / svar 'Trivsel, spørgsmål 1' / start 'Indskrevet'.
VALUE LABELS koen 1 'Pige' 2 'Dreng' 9 'Uoplyst' / svar 0 'Aldrig' 5 'Hele tiden' 99 'Ikke besvaret' / kommune 'Ærø' 'Ærø Kommune' 'ukendt' 'Ved ikke'.
MISSING VALUES koen (9) / svar (LOWEST THRU -1, 99) / kommune ('ukendt').
SAVE OUTFILE='../pspp.sav' /COMPRESSED.
SAVE OUTFILE='../pspp-plain.sav' /UNCOMPRESSED.
SAVE OUTFILE='../pspp.zsav' /ZCOMPRESSED.

SET LOCALE='windows-1252'.
NEW FILE.
DATA LIST LIST (',') NOTABLE / course_id (A4) barnets_koen_ved_start (F1).
BEGIN DATA
c1,1
c2,2
END DATA.
STRING projekt (A10).
COMPUTE projekt = CONCAT("S", "ø", "r €").
VARIABLE LABELS projekt 'Projektets navn på dansk'.
VALUE LABELS barnets_koen_ved_start 1 'Pige' 2 'Dreng – ældre'.
SAVE OUTFILE='../pspp-1252.sav'.
