"""Writes the Parquet and Arrow files of pyarrow and Polars: python3 columns.py, in this folder."""

import datetime

import polars
import pyarrow
from pyarrow import feather, ipc, parquet

# Several groups of rows, one of them of nothing but empty values; text, numbers and moments as pandas leaves them.
groups = pyarrow.table(
    {
        'course_id': pyarrow.array([f'c{at}' for at in range(7)]).dictionary_encode(),
        'who5_1': pyarrow.array([0, 5, None, None, None, 3, 4], pyarrow.float64()),
        'registered_on': pyarrow.array([datetime.datetime(2018, 12, 31, 14, 30)] * 7, pyarrow.timestamp('ns')),
    }
)
packed = {'compression': 'snappy', 'row_group_size': 2}
parquet.write_table(groups, '../groups.parquet', data_page_version='2.0', **packed)
# Older moments are 96 bits, and older lists have another shape.
lists = groups.append_column('answers', pyarrow.array([[1, 2]] * 7, pyarrow.list_(pyarrow.int32())))
parquet.write_table(
    lists, '../old.parquet', version='1.0', use_deprecated_int96_timestamps=True, compression='gzip'
)

feather.write_feather(groups, '../lz4.feather')
feather.write_feather(lists, '../zstd.feather', compression='zstd')

# Blocks of more than 64 KB, which refer to each other. Only the text repeats.
long = pyarrow.table({'course_id': [f'c{at}' for at in range(40)], 'note': ['et langt ord '.join('æøå' * 150)] * 40})
feather.write_feather(long, '../long.feather', compression='lz4')

# Text of views, which Polars writes, and rows that a writer ran together.
frame = polars.DataFrame(
    {
        'course_id': ['c0 – et længere navn end tolv tegn', 'c1', None],
        'age': [7, None, 12],
        'registered_on': [datetime.date(2018, 12, 31), None, datetime.date(2020, 2, 29)],
        'started': [datetime.timedelta(hours=26, minutes=30), None, datetime.timedelta(seconds=-1)],
    }
)
frame.write_ipc('../polars.arrow', compression='lz4', compat_level=polars.CompatLevel.newest())
frame.write_parquet('../polars.parquet', compression='zstd')
runs = pyarrow.RunEndEncodedArray.from_arrays([2, 3], ['girl', 'boy'])
table = pyarrow.table({'course_id': ['c1', 'c2', 'c3'], 'sex': runs})
with ipc.new_stream('../runs.arrows', table.schema) as stream:
    stream.write_table(table)
