/**
 * Results that come in quick succession are shown together: the page is laid out once for all of them, and nothing
 * flickers through states no one can read. `show` is called within `patience` ms of the first value that waits, at once
 * when there is none.
 */
export function gather<T>(show: (value: T) => void): (value: T, patience: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: T;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    show(latest);
  };
  return (value, patience) => {
    latest = value;
    if (patience === 0) now();
    else timer ??= setTimeout(now, patience);
  };
}
