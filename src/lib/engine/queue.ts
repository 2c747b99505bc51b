/** Where a task waits: `late` tasks run when no other waits. */
export type Lane = 'usual' | 'late';

/** Runs tasks one after the other, those of a lane in the order given; a task that throws does not stop the next. */
export interface Queue {
  add<T>(task: () => Promise<T>, lane?: Lane): Promise<T>;
  /** Settles as soon as a task of the usual lane waits. */
  crowded(): Promise<void>;
}

export function createQueue(): Queue {
  const waiting: Record<Lane, (() => Promise<void>)[]> = { usual: [], late: [] };
  let busy = false;
  let tell = () => {};

  async function work(): Promise<void> {
    busy = true;
    for (;;) {
      const task = waiting.usual.shift() ?? waiting.late.shift();
      if (!task) break;
      await task();
    }
    busy = false;
  }

  return {
    add(task, lane = 'usual') {
      return new Promise((resolve, reject) => {
        waiting[lane].push(() => task().then(resolve, reject));
        if (!busy) void work();
        else if (lane === 'usual') tell();
      });
    },
    crowded() {
      if (waiting.usual.length > 0) return Promise.resolve();
      return new Promise((resolve) => (tell = resolve));
    },
  };
}
