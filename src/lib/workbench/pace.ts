/** How work on the page is paced: it rests so that the page can answer, tells how far it is, and can be stopped. */
export interface Pace {
  readonly signal?: AbortSignal | undefined;
  /** Told when the work rests: from 0 to 1. */
  readonly onPart?: (part: number) => void;
}

/** A frame and a half: a page that answers this fast is alive. */
const longestMs = 24;

/**
 * Drives work that yields how far it is, and passes on everything else it yields. Rejects with the signal's reason once
 * that is aborted.
 */
export async function* paced<T>(
  work: AsyncGenerator<number | T, void, void>,
  { signal, onPart }: Pace,
): AsyncGenerator<T, void, void> {
  let rested = performance.now();
  for await (const step of work) {
    signal?.throwIfAborted();
    if (typeof step !== 'number') yield step;
    else if (performance.now() - rested < longestMs) continue;
    else onPart?.(step);
    await rest();
    rested = performance.now();
  }
}

/** Lets whatever waits have its turn. A timer would wait 4 ms more each time. */
function rest(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
