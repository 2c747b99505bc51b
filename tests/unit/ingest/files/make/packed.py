"""Writes the text files and the packed ones: python3 packed.py, in this folder."""

import gzip
import io
import zipfile

COURSES = 'course_id;project;age\nc1;Sønderbæk;7\nc2;Ærø;12\n'
WHO5 = 'course_id;wave;who5_1\nc1;before;3\nc1;after;4\n'
ON = (2018, 12, 31, 0, 0, 0)


def write(name, content):
    with open(f'../{name}', 'wb') as file:
        file.write(content)


def add(archive, name, text, **more):
    info = zipfile.ZipInfo(name, ON)
    info.compress_type = more.get('compress_type', zipfile.ZIP_DEFLATED)
    archive.writestr(info, text)


write('latin-9.csv', 'course_id;project\nc1;Pris 5 €, Šarič\n'.replace('č', 'c').encode('iso-8859-15'))
write('windows-1252.csv', 'course_id;project\nc1;»Pris« – 5 €\n'.encode('cp1252'))
write('utf-16.txt', 'course_id\tproject\nc1\tØ\n'.encode('utf-16-be'))
write('page.xls', b'<html><table><tr><td>course_id</td></tr></table></html>')
write('who5.csv.gz', gzip.compress(WHO5.encode(), mtime=0))

# Folders, what operating systems leave, a file stored as it is, one of no use, and a zip file within.
inner = io.BytesIO()
with zipfile.ZipFile(inner, 'w') as archive:
    add(archive, 'who5.csv', WHO5)
with zipfile.ZipFile('../folders.zip', 'w') as archive:
    add(archive, 'udtræk/', '')
    add(archive, 'udtræk/2018/courses.csv', COURSES)
    add(archive, 'udtræk/2018/who5.csv', WHO5, compress_type=zipfile.ZIP_STORED)
    add(archive, '__MACOSX/udtræk/._who5.csv', 'x')
    add(archive, 'udtræk/.DS_Store', 'x')
    add(archive, 'udtræk/læs mig.pdf', '%PDF-1.7')
    add(archive, 'udtræk/mere.zip', inner.getvalue())


class Unseekable(io.RawIOBase):
    """A stream, where a zip file's sizes can only follow what they are of."""

    def __init__(self):
        self.bytes = b''

    def writable(self):
        return True

    def write(self, more):
        self.bytes += bytes(more)
        return len(more)


stream = Unseekable()
with zipfile.ZipFile(stream, 'w') as archive:
    info = zipfile.ZipInfo('who5.csv', ON)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, 'w', force_zip64=True) as entry:
        entry.write(WHO5.encode())
write('streamed.zip', stream.bytes)

# As Windows in Denmark names files: code page 850, and no word of it.
written = io.BytesIO()
with zipfile.ZipFile(written, 'w') as archive:
    add(archive, 'forl#b.csv', COURSES)
write('code-page-850.zip', written.getvalue().replace(b'forl#b', b'forl\x9bb'))
