import { parse, type NotebookReading } from '../../../../src/lib/notebook/parse';
import { serialize } from '../../../../src/lib/notebook/serialize';
import type { Answer, NotebookLocks, LetGo } from '../../../../src/lib/workbench/library/notebook-lock';
import { OpenNotebook } from '../../../../src/lib/workbench/library/open-notebook.svelte';
import type { KeptNotebook, Shelf } from '../../../../src/lib/workbench/storage';

interface Request {
  readonly grant: (release: LetGo) => void;
  readonly lost: () => void;
}

/** A browser with its shelf and its locks, seen by every tab. */
export class Browser {
  /** As `[name, text]`, in the order they were kept. */
  readonly versions: [name: string, text: string][] = [];
  readonly entries = new Map<string, KeptNotebook>();
  /** What somebody has said yes to, without its header. */
  readonly trusted = new Set<string>();
  /** What putting something on the shelf fails with. */
  broken: Error | undefined;
  clock = 1;
  readonly #holders = new Map<string, Request>();
  readonly #queues = new Map<string, Request[]>();
  readonly #answers = new Map<string, () => Promise<Answer>>();

  shelf(stuck: () => Promise<void>): Shelf {
    return {
      put: async (notebook, knownAt) => {
        await stuck();
        if (this.broken) throw this.broken;
        const isOurs = (this.entries.get(notebook.name)?.savedAt ?? 0) <= knownAt;
        if (isOurs) this.entries.set(notebook.name, { ...notebook, tags: [] });
        return isOurs;
      },
      get: async (name) => this.entries.get(name),
      list: async () => [...this.entries.values()],
      names: async () => [...this.entries.keys()],
    };
  }

  locks(deaf: () => boolean): NotebookLocks {
    return {
      hold: (name, { ifAvailable, steal, signal }, onlost) =>
        new Promise((done) => {
          const request: Request = { grant: done, lost: onlost };
          const queue = this.#queues.get(name) ?? [];
          this.#queues.set(name, queue);
          const holder = this.#holders.get(name);
          if (holder && steal) {
            this.#holders.delete(name);
            queue.unshift(request);
            this.#next(name);
            holder.lost();
          } else if (holder && ifAvailable) done(undefined);
          else {
            queue.push(request);
            signal?.addEventListener('abort', () => {
              const at = queue.indexOf(request);
              if (at === -1) return;
              queue.splice(at, 1);
              done(undefined);
            });
            this.#next(name);
          }
        }),
      ask: async (name) => (await this.#answers.get(name)?.()) ?? 'silent',
      answer: (name, reply) => {
        const heard = async () => (deaf() ? ('silent' as const) : reply());
        this.#answers.set(name, heard);
        return () => {
          if (this.#answers.get(name) === heard) this.#answers.delete(name);
        };
      },
    };
  }

  #next(name: string): void {
    if (this.#holders.has(name)) return;
    const request = this.#queues.get(name)?.shift();
    if (!request) return;
    this.#holders.set(name, request);
    request.grant(() => {
      if (this.#holders.get(name) !== request) return;
      this.#holders.delete(name);
      this.#next(name);
    });
  }

  /** As `[name, text]`, by name. */
  kept(): [string, string][] {
    return [...this.entries.values()]
      .map(({ name, text }): [string, string] => [name, bodyOf(text)])
      .toSorted();
  }
}

const bodyOf = (text: string) => text.split('---\n').at(-1)?.trim() ?? '';
export const notebook = (text: string) => `---\nformat: 1\ntitle: t\n---\n\n${text}\n`;

/** A tab: what it has open can be written, where it is not only read. */
export class Tab {
  text = '';
  /** It answers nobody, and what it wants to keep waits. */
  deaf = false;
  stuck = Promise.resolve();
  readonly open: OpenNotebook;
  inert = false;

  constructor(browser: Browser) {
    this.open = new OpenNotebook({
      now: () => browser.clock++,
      written: () => ({ title: 't', text: this.text, demonstration: false, inert: this.inert }),
      onOpen: ({ notebook: opened }: NotebookReading, inert) => {
        this.text = serialize(opened);
        this.inert = inert;
      },
      trusts: async (text) => browser.trusted.has(bodyOf(text)),
      locks: browser.locks(() => this.deaf),
      shelf: async () => browser.shelf(() => this.stuck),
      versions: async (name, { text }) => void browser.versions.push([name, bodyOf(text)]),
    });
  }

  /** Tells whether it could be written. Not kept yet: that takes half a second, or a flush. */
  write(text: string): boolean {
    if (this.open.elsewhere) return false;
    this.text = serialize(parse(notebook(text)).notebook);
    this.open.changed();
    return true;
  }

  /** What it shows, without the header. */
  get shown(): string {
    return bodyOf(this.text);
  }
}
