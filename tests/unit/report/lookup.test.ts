import { describe, expect, it } from 'vitest';
import { captionOf, foundWords, type LookedUp } from '../../../src/lib/report/lookup';
import { wordsIn } from '../plot/case';

const words = { ...wordsIn('da'), heading: () => '', choice: (_: unknown, code: string) => code };
const value = (count: number | null): LookedUp => ({ kind: 'value', text: '53', count });
const caption = (found: LookedUp, subtitle: string | undefined = 'WHO-5. Højere er bedre.') =>
  captionOf(
    { title: 'Fra {{ total.before }}', subtitle },
    () => found,
    (each) => foundWords(each, words),
  );

describe('a title', () => {
  it('says its number, and the measure stands under it', () => {
    const said = { title: 'Fra 53', subtitle: 'WHO-5. Højere er bedre.' };
    expect(caption(value(651))).toEqual(said);
    expect(caption(value(10))).toEqual(said);
    expect(caption(value(null))).toEqual(said);
  });

  it.each<[string, LookedUp]>([
    ['a hidden row', { kind: 'withheld' }],
    ['a result that may not be shown', { kind: 'refused' }],
    ['a small group', value(9)],
  ])('that would rest on %s gives its place to the measure', (_, found) => {
    expect(caption(found)).toEqual({ title: 'WHO-5. Højere er bedre.' });
    expect(captionOf({ title: 'Fra {{ a.b }}' }, () => found, String)).toEqual({});
  });

  it('waits for a number that is not there yet', () => {
    expect(caption({ kind: 'missing' }).title).toBe('Fra ingen værdi');
  });

  it('without a number stands as it is', () => {
    const plain = captionOf({ title: 'Trivsel efter køn' }, () => ({ kind: 'withheld' }), String);
    expect(plain).toEqual({ title: 'Trivsel efter køn' });
  });
});
