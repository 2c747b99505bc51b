/** Files chosen on the opening page, on their way to the notebook page. They never become an address. */
let waiting: File[] = [];

export function handOver(files: File[]): void {
  waiting = files;
}

/** Gives the waiting files once. */
export function takeOver(): File[] {
  return waiting.splice(0);
}
