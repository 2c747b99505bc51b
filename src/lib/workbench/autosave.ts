/** Writes at most every `every` milliseconds and never later than that after a change; `flush` writes at once. */
export function autosave(
  write: () => Promise<void>,
  every = 400,
): { changed(): void; flush(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const flush = () => {
    if (timer === undefined) return writing;
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };
  return {
    changed() {
      timer ??= setTimeout(() => void flush(), every);
    },
    flush,
  };
}
