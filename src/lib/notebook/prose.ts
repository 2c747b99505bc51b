import { readBlocks } from './blocks';
import type { Cell } from './cell';
import { normalise } from './lines';
import { readCell } from './read-cell';

/**
 * The cells that a text typed into a prose cell says: usually one of prose; more where it holds cell fences or the
 * separator line. Always at least one: an emptied cell stays, empty. An open code fence is closed.
 */
export function prose(text: string): readonly [Cell, ...Cell[]] {
  const { blocks } = readBlocks(normalise(text).split('\n'));
  const [first, ...others] = blocks.map((block): Cell => {
    return block.kind === 'prose'
      ? { kind: 'prose', text: block.text }
      : readCell(block.info, block.body, block.line).cell;
  });
  return [first ?? { kind: 'prose', text: '' }, ...others];
}
