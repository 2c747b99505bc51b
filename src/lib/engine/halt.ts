/** A promise that can be given up, so that no timer or listener outlives what it waited for. */
export interface Halt<T> {
  readonly promise: Promise<T>;
  readonly forget: () => void;
}

/** Settles with `word` after a time. */
export function after<T extends string>(milliseconds: number, word: T): Halt<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const promise = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(word), milliseconds)));
  return { promise, forget: () => clearTimeout(timer) };
}

/** Settles when the caller no longer wants the answer. */
export function aborted(signal: AbortSignal | undefined): Halt<'cancelled'> {
  let listener = () => {};
  const promise = new Promise<'cancelled'>((resolve) => {
    listener = () => resolve('cancelled');
    if (signal?.aborted) listener();
    else signal?.addEventListener('abort', listener, { once: true });
  });
  return { promise, forget: () => signal?.removeEventListener('abort', listener) };
}
