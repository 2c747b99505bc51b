import { openCollection, type Collection, type Refusal } from '../../workbench/library/collection';
import type { KeptNotebook } from '../../workbench/storage';

export type Refused = Refusal | 'failed';

/** What the page of the library shows, read anew after all that is done. */
export class HeldNotebooks {
  stage = $state<'reading' | 'read' | 'off'>('reading');
  kept = $state.raw<readonly KeptNotebook[]>([]);
  bin = $state.raw<readonly KeptNotebook[]>([]);
  #collection: Collection | undefined;

  /** Gives what closes it. */
  open(): () => void {
    let isGone = false;
    openCollection(Date.now).then(
      async (opened) => {
        this.#collection = opened;
        if (isGone) return opened.close();
        await opened.sweep().catch(() => {});
        await this.read();
      },
      () => (this.stage = 'off'),
    );
    return () => {
      isGone = true;
      this.#collection?.close();
    };
  }

  /** Another tab may have kept something since. */
  async read(): Promise<void> {
    if (!this.#collection) return;
    ({ kept: this.kept, bin: this.bin } = await this.#collection.list());
    this.stage = 'read';
  }

  /** Gives why it could not be done. */
  async change(
    does: (collection: Collection) => Promise<Refusal | string | undefined | void>,
  ): Promise<Refused | undefined> {
    if (!this.#collection) return 'failed';
    try {
      const refused = await does(this.#collection);
      await this.read();
      return refused as Refusal | undefined;
    } catch {
      return 'failed';
    }
  }
}
