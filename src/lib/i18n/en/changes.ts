import type { changes as danish } from '../da/changes';

export const changes: typeof danish = {
  title: 'What has changed since the last export?',
  line: (changed, of, within) =>
    changed === '0'
      ? `New data: none of ${of} numbers has changed by more than ${within}.`
      : `New data: ${changed} of ${of} numbers have changed by more than ${within}.`,
  see: 'See which',
  close: 'Close',
  within: 'Show numbers that have changed by more than',
  about:
    'Shares in percentage points, other numbers in per cent of themselves. Only numbers that may be shown of both exports.',
  none: 'No numbers have changed that much.',
  heads: { table: 'Table', row: 'Row', number: 'Number', before: 'Before', now: 'Now' },
};
