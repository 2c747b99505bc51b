import type { Page } from 'playwright-core';

/** Everything in every database of the origin, as text in which every byte is a character. */
export async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const told: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const tell = (value: unknown): void => {
      if (value instanceof Uint8Array)
        for (let at = 0; at < value.length; at += 10_000)
          told.push(String.fromCharCode(...value.subarray(at, at + 10_000)));
      else if (typeof value === 'object' && value !== null) Object.entries(value).flat().forEach(tell);
      else told.push(String(value));
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        tell(await new Promise((done) => (all.onsuccess = () => done(all.result))));
      }
      database.close();
    }
    return told.join(' ');
  });
}
