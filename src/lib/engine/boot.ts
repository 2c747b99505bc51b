import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';

type Library = Pick<typeof import('@duckdb/duckdb-wasm'), 'AsyncDuckDB' | 'VoidLogger'>;

/** What differs between the browser and Node. */
export interface Boot {
  readonly library: () => Promise<Library>;
  readonly worker: () => Promise<Hired>;
  /** Where the worker finds the WASM module. */
  readonly wasm: string;
}

/** A worker, and what must have happened before it can be waited for: the compiling of DuckDB, where it is not its own. */
export interface Hired {
  readonly worker: Worker;
  readonly compiled?: Promise<unknown>;
}

/** A running DuckDB. Once `ended` nothing may be posted to it: its promises would never settle. */
export interface Running {
  readonly database: AsyncDuckDB;
  /** Settles when the worker breaks by itself or is ended. */
  readonly broken: Promise<void>;
  readonly isBroken: boolean;
  readonly ended: boolean;
  readonly end: () => void;
}

/** A blocked or failed download gives no event at all, so silence is the only sign. */
const silenceMs = 20_000;
const attempts = 2;

/** Starts DuckDB, once more if the first attempt fails or falls silent. Throws when both do. */
export async function start(boot: Boot): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(boot);
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

async function startOnce(boot: Boot): Promise<Running> {
  const [library, { worker, compiled }] = await Promise.all([boot.library(), boot.worker()]);
  const running = attach(new library.AsyncDuckDB(new library.VoidLogger(), worker), worker);
  const silence = watchSilence();
  try {
    // Asked before the module is there: the worker reads its own script meanwhile.
    const booted = running.database
      .instantiate(boot.wasm, null, silence.heard)
      .then(() => running.database.open({ path: ':memory:' }))
      .then(() => 'booted' as const);
    booted.catch(() => undefined);
    const broken = running.broken.then(() => 'broken' as const);
    await Promise.race([compiled, broken]);
    silence.heard();
    const first = await Promise.race([booted, silence.long, broken]);
    if (first !== 'booted') throw new Error(`DuckDB did not start: ${first}`);
    return running;
  } catch (error) {
    running.end();
    throw error;
  } finally {
    silence.stop();
  }
}

function attach(database: AsyncDuckDB, worker: Worker): Running {
  let ended = false;
  let isBroken = false;
  let breakDown = () => {};
  const broken = new Promise<void>((resolve) => {
    breakDown = () => {
      isBroken = true;
      resolve();
    };
  });
  worker.addEventListener('error', breakDown);
  worker.addEventListener('close', breakDown);
  return {
    database,
    broken,
    get isBroken() {
      return isBroken;
    },
    get ended() {
      return ended;
    },
    end() {
      if (ended) return;
      ended = true;
      // Detached first: DuckDB's own handlers print to the console when a worker ends with work left.
      database.detach();
      worker.terminate();
      breakDown();
    },
  };
}

/** Counts from the first `heard`: how long a download takes is not the worker's to say. */
function watchSilence() {
  let fallSilent: (word: 'silent') => void = () => {};
  const long = new Promise<'silent'>((resolve) => (fallSilent = resolve));
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    long,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(() => fallSilent('silent'), silenceMs);
    },
    stop: () => clearTimeout(timer),
  };
}
