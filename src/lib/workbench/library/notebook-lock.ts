/** The right to write a notebook, which one tab has at a time; gives it back. It ends with the tab, however that ends. */
export type LetGo = () => void;

export interface NotebookLocks {
  /** Undefined when another tab has it, or when waiting for it was given up. `onlost`: another tab has taken it. */
  hold(
    name: string,
    how: { readonly ifAvailable?: true; readonly steal?: true; readonly signal?: AbortSignal },
    onlost: () => void,
  ): Promise<LetGo | undefined>;
  /** Asks the tab that writes to keep what it has and let go; tells what it answered. */
  ask(name: string): Promise<Answer>;
  /** Answers those who ask, until it is closed. */
  answer(name: string, reply: () => Promise<Answer>): () => void;
}

/** `declined`: it has something that it could not keep. `silent`: nobody answered in time. */
export type Answer = 'given' | 'declined' | 'silent';

const patienceMs = 1_500;
const channelOf = (name: string) => `pejling-notebook:${name}`;

/** Where there are no locks, on a page that did not come safely, every tab may write: the shelf sees to the rest. */
export const browserLocks: NotebookLocks = {
  hold(name, how, onlost) {
    if (!('locks' in navigator)) return Promise.resolve(() => {});
    return new Promise((done) => {
      let isHeld = false;
      let free = () => {};
      const held = new Promise<void>((resolve) => (free = resolve));
      const request = navigator.locks.request(channelOf(name), how, (lock) => {
        isHeld = lock !== null;
        done(lock ? free : undefined);
        return lock ? held : undefined;
      });
      request.catch(() => (isHeld ? onlost() : done(undefined)));
    });
  },
  ask(name) {
    const channel = new BroadcastChannel(channelOf(name));
    return new Promise<Answer>((done) => {
      const late = setTimeout(() => done('silent'), patienceMs);
      channel.onmessage = ({ data }) => {
        if (data !== 'given' && data !== 'declined') return;
        clearTimeout(late);
        done(data);
      };
      channel.postMessage('asked');
    }).finally(() => channel.close());
  },
  answer(name, reply) {
    const channel = new BroadcastChannel(channelOf(name));
    channel.onmessage = ({ data }) => {
      if (data === 'asked') void reply().then((answer) => channel.postMessage(answer));
    };
    return () => channel.close();
  },
};
