import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtOf, layersOf } from '../../../src/lib/chart/built';
import { choose, type Choice } from '../../../src/lib/chart/choice';
import { decimalsOf } from '../../../src/lib/chart/scale-edits';
import { slots } from '../../../src/lib/chart/kind';
import type { Chart } from '../../../src/lib/notebook/chart';
import { chartIn, choices, columns, shipped, written } from './charts';

/** PEJLING_SEED and PEJLING_TIMES ask for other cases, and more of them. */
const seed = Number(process.env.PEJLING_SEED ?? 20261129);
const times = Number(process.env.PEJLING_TIMES ?? 1);

/** What the form shows, chosen again as it is. */
function again(spec: Chart): readonly Choice[] {
  const built = builtOf(spec);
  return [
    ...(built.kind ? [{ kind: 'kind' as const, to: built.kind }] : []),
    ...[...built.channels].flatMap(([channel, column]) =>
      typeof column === 'string' ? [{ kind: 'column' as const, channel, column }] : [],
    ),
    { kind: 'order', order: spec.order },
    ...(['title', 'subtitle', 'guide', 'source'] as const).map((field) => ({
      kind: 'text' as const,
      field,
      text: spec[field] ?? '',
    })),
    ...(['x', 'y'] as const).flatMap((axis): readonly Choice[] => [
      { kind: 'scale', axis, change: { field: 'domain', value: spec[axis]?.domain } },
      { kind: 'scale', axis, change: { field: 'format', value: spec[axis]?.format } },
    ]),
    ...builtOf(spec).lines.map(({ at }, line) => ({
      kind: 'line-changed' as const,
      line,
      change: { field: 'at' as const, value: at },
    })),
  ];
}

describe('what is chosen again as it is', () => {
  test.each(shipped)('leaves %s as it was, to the letter', (_, body) => {
    for (const choice of again(chartIn(body))) expect(choose(body, choice, columns)).toBe(body);
  });

  test('leaves any chart as it was', () => {
    fc.assert(
      fc.property(written, (body) => {
        for (const choice of again(chartIn(body))) expect(choose(body, choice, columns)).toBe(body);
      }),
    );
  });
});

/** What must be so in the chart after a choice that changed it. */
function expectChosen(before: Chart, after: Chart, choice: Choice, layer: number): void {
  const [was, is] = [builtOf(before, layer), builtOf(after, layer)];
  switch (choice.kind) {
    case 'kind':
      expect(is.kind).toBe(choice.to);
      for (const { channel, needed } of slots[choice.to])
        if (needed) expect(is.channels.has(channel)).toBe(true);
      break;
    case 'data':
      expect(after.data).toBe(choice.data);
      break;
    case 'column':
      // Arrows and shares have a count of their own where none is said.
      if (choice.column !== undefined || choice.channel !== 'n')
        expect(is.channels.get(choice.channel)).toBe(choice.column);
      break;
    case 'text':
      expect(after[choice.field] ?? '').toBe(choice.text.trim() === '' ? '' : choice.text);
      break;
    case 'order':
      expect(after.order).toBe(choice.order);
      break;
    case 'scale': {
      const { field, value } = choice.change;
      expect(field === 'decimals' ? decimalsOf(after, choice.axis) : after[choice.axis]?.[field]).toEqual(
        value,
      );
      break;
    }
    case 'line-added':
      expect(is.lines.length).toBe(was.lines.length + 1);
      expect(is.lines).toContainEqual(expect.objectContaining(choice.line));
      break;
    case 'line-changed':
      expect(is.lines.length).toBe(was.lines.length);
      expect(is.lines.some((line) => line[choice.change.field] === choice.change.value)).toBe(true);
      break;
    case 'line-removed':
      expect(is.lines.length).toBe(was.lines.length - 1);
  }
}

const bandsIn = ({ marks }: Chart) => marks.filter((mark) => 'bands' in mark);
/** The layers that the choice is not about. */
function othersIn(spec: Chart, layer: number) {
  const { at } = builtOf(spec, layer);
  return layersOf(spec).flatMap((each) => (each.at === at ? [] : [spec.marks[each.at]]));
}

const commentsIn = (body: string) => (body.startsWith('{') ? [] : (body.match(/^# .*|# her$/gm) ?? []));

describe('any choices in a row', () => {
  const all = fc.oneof(written, fc.constantFrom(...shipped.map(([, body]) => body)));

  test(
    'leave a chart that is read back as chosen, with what the form does not know and its comments',
    () => {
      fc.assert(
        fc.property(
          all,
          fc.array(choices, { minLength: 1, maxLength: 8 }),
          fc.nat(2),
          (body, chosen, layer) => {
            let now = body;
            for (const choice of chosen) {
              const before = chartIn(now);
              const next = choose(now, choice, columns, layer);
              const after = chartIn(next);
              if (next !== now) expectChosen(before, after, choice, layer);
              expect(bandsIn(after)).toEqual(bandsIn(before));
              if (choice.kind !== 'data' && choice.kind !== 'scale')
                expect(othersIn(after, layer)).toEqual(othersIn(before, layer));
              now = next;
            }
            expect(commentsIn(now)).toEqual(commentsIn(body));
          },
        ),
        { seed, numRuns: 150 * times },
      );
    },
    60_000 * times,
  );

  test('of the columns a chart has keep every other field', () => {
    fc.assert(
      fc.property(all, choices, (body, choice) => {
        if (choice.kind === 'kind' || choice.kind === 'scale') return;
        const [before, after] = [chartIn(body), chartIn(choose(body, choice, columns))];
        expect({ x: after.x, y: after.y }).toEqual({ x: before.x, y: before.y });
        if (choice.kind !== 'text') expect(after.guide).toBe(before.guide);
        if (choice.kind === 'text' || choice.kind === 'order') expect(after.marks).toEqual(before.marks);
      }),
      { seed, numRuns: 300 * times },
    );
  });
});
