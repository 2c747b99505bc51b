/**
 * Results that come in quick succession are shown together: the page is laid out once for all of them, and nothing
 * flickers through states no one can read. `show` is called at once when `waits` is false, else within `patience` ms.
 */
export function gather<T>(show: (value: T) => void, patience = 250): (value: T, waits: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: T;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    show(latest);
  };
  return (value, waits) => {
    latest = value;
    if (!waits) now();
    else timer ??= setTimeout(now, patience);
  };
}
