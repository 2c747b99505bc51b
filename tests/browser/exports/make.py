"""Writes the exports of a documentation system: python3 make.py, in this folder. Debian's python3-openpyxl 3.0.9."""

import datetime as dt
import random
import zipfile

import openpyxl

MADE = dt.datetime(2019, 1, 31)
HEADER = (
    ['Forløbs-ID', 'Projektnavn', 'Barnets køn', 'Alder ved start', 'Startdato', 'Forløb afsluttet']
    + [f'Trivsel {number} (før)' for number in range(1, 6)]
    + [f'Trivsel {number} (efter)' for number in range(1, 6)]
    + ['SDQ tot 1', 'Initialer', 'frem2']
)


def rows(count, seed, strange):
    chance = random.Random(seed)
    for number in range(count):
        before = [chance.randint(0, 3) for _ in range(5)]
        paired = number % 5 != 4
        after = [min(5, answer + chance.randint(0, 2)) for answer in before] if paired else [None] * 5
        # 1 is a boy here, which nobody would guess
        sex = strange if strange is not None and number % 20 == 3 else 1 if number % 3 == 0 else 2
        start = dt.date(2018, 1 + number % 12, 1 + number % 28)
        end = start + dt.timedelta(days=90) if paired else None
        yield [
            f'F{1000 + number}', 'Ærøskøbing' if number % 4 else 'BRUS', sex, 5 + number % 18, start, end,
            *before, *after, chance.randint(4, 20), 'MKL' if number % 2 else 'JSØ', number % 2,
        ]


def save(name, content):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    sheet = book.active
    sheet.title = 'Udtræk'
    for row in [HEADER, *content]:
        sheet.append(row)
    book.save(name)
    with zipfile.ZipFile(name) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts:
            info = zipfile.ZipInfo(part, (2019, 1, 31, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)


save('januar.xlsx', rows(60, 1, None))
save('februar.xlsx', rows(52, 2, 7))
