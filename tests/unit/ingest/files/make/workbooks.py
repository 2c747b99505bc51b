"""Writes the workbooks: python3 workbooks.py, in this folder. Debian's python3-openpyxl 3.0.9 and python3-xlsxwriter 3.0.2."""

import datetime as dt
import re
import zipfile

import openpyxl
import xlsxwriter

MADE = dt.datetime(2018, 12, 31)


def rewrite(name, change=lambda part, text: text):
    """The same workbook with every part dated alike, and changed where a writer would not go by itself."""
    with zipfile.ZipFile(f'../{name}') as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(f'../{name}', 'w', zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts:
            info = zipfile.ZipInfo(part, (2018, 12, 31, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, change(part, content.decode()))


def save(book, name):
    book.properties.created = book.properties.modified = MADE
    book.save(f'../{name}')


# Two tables, an empty sheet, a hidden one with notes. Dates, times, numbers as Excel has them, booleans, errors.
book = openpyxl.Workbook()
courses = book.active
courses.title = 'courses'
courses.append([None, None])
courses.append(['course_id', 'project', 'registered_on', 'age', 'misuse_by_mother', 'note'])
courses.append(['c1', 'Sønderbæk', dt.date(2018, 12, 31), 7.0, True, '1,5'])
courses.append(['c2', 'A & B <"x">', dt.datetime(2018, 12, 31, 14, 30), '#N/A', False, 1.5])
courses.append([])
courses.append([1003, ' Ærø ', '31-12-2018', 0.1 + 0.2, None, 'to\nlinjer'])
courses.append([None, '  ', None, None, None, None])
courses.append(['c4', None, dt.time(8, 15), dt.timedelta(hours=26, minutes=30), None, None, None, 'løs bemærkning'])
who5 = book.create_sheet('who5')
who5.append(['course_id', 'wave', 'who5_1', 'who5_2'])
who5.append(['c1', 'before', 3, '=C2+1'])
who5.append(['c1', 'after', -0.0, 1e21])
who5.merge_cells('A3:B3')
book.create_sheet('Ark3')
notes = book.create_sheet('Noter')
notes.sheet_state = 'hidden'
notes.append(['Kun til os'])
save(book, 'openpyxl.xlsx')
rewrite('openpyxl.xlsx')

# Formulas with what they came to, rich text, texts that stand in their cells, both calendars.
def with_xlsxwriter(name, **options):
    book = xlsxwriter.Workbook(f'../{name}', options)
    book.set_properties({'created': MADE})
    date = book.add_format({'num_format': 'dd-mm-yyyy'})
    danish = book.add_format({'num_format': '[$-406]d. mmmm yyyy;@'})
    clock = book.add_format({'num_format': 'hh:mm'})
    elapsed = book.add_format({'num_format': '[h]:mm'})
    kroner = book.add_format({'num_format': '#,##0.00 "kr. dd"'})
    sheet = book.add_worksheet('Ark1')
    sheet.write_row(0, 0, ['course_id', 'registered_on', 'started_on', 'age', 'session', 'price', 'project'])
    sheet.write_string(1, 0, 'c1')
    sheet.write_datetime(1, 1, dt.datetime(2018, 12, 31), date)
    sheet.write_datetime(1, 2, dt.datetime(2020, 2, 29, 23, 59, 59), danish)
    sheet.write_formula(1, 3, '=3+4', None, 7)
    sheet.write_number(1, 4, 0.5, clock)
    sheet.write_number(1, 5, 1234.5, kroner)
    sheet.write_rich_string(1, 6, 'B', book.add_format({'bold': True}), 'RUS')
    sheet.write_string(2, 0, 'c2')
    sheet.write_formula(2, 1, '=1/0', None, '#DIV/0!')
    sheet.write_formula(2, 2, '="2018-01-01"', None, '2018-01-01')
    sheet.write_formula(2, 3, '=TRUE', None, True)
    sheet.write_number(2, 4, 1.25, elapsed)
    sheet.write_formula(2, 6, '=""', None, '')
    sheet.write_string(3, 0, 'c3')
    for column, days in enumerate([59, 60, 61, 0]):
        sheet.write_number(3, column + 1, days, date)
    sheet.write_string(3, 6, 'linje\rto\x0b')
    book.close()
    rewrite(name)


with_xlsxwriter('xlsxwriter.xlsx')
with_xlsxwriter('from-1904.xlsx', date_1904=True)
with_xlsxwriter('inline.xlsx', constant_memory=True)

# As some programs write: prefixed names, no references, ISO dates, shared text with a reading aid, other part names.
def plain(part, text):
    if part == 'xl/worksheets/sheet1.xml':
        rows = '''<x:row><x:c t="inlineStr"><x:is><x:t>course_id</x:t></x:is></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row>
<x:row r="5"><x:c t="inlineStr"><x:is><x:r><x:t>c</x:t></x:r><x:r><x:t>1 &#x1F600;</x:t></x:r></x:is></x:c>
<x:c t="d"><x:v>2018-12-31T14:30:00</x:v></x:c></x:row>
<x:row><x:c t="str"><x:v><![CDATA[c<2>]]></x:v></x:c><x:c t="d"><x:v>2018-12-31</x:v></x:c></x:row>
<x:row><x:c r="B7" t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c></x:row>'''
        return f'''<?xml version="1.0" encoding="UTF-8"?>
<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>{rows}</x:sheetData></x:worksheet>'''
    if part == 'xl/sharedStrings.xml':
        return re.sub(r'<si>.*</si>', '<si><r><t>registered_</t></r><r><t>on</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>', text)
    return text


book = xlsxwriter.Workbook('../plain.xlsx')
book.set_properties({'created': MADE})
book.add_worksheet('Plain').write_string(0, 0, 'x')
book.close()
rewrite('plain.xlsx', plain)

# Nothing in it at all, and nothing but a chart's sheet.
save(openpyxl.Workbook(), 'empty.xlsx')
rewrite('empty.xlsx')
