/** Another tab wants the database gone: ours closes, and what this tab would keep later fails, in words. */
export function giveWay(_current: number, _wanted: number | null, event: IDBVersionChangeEvent): void {
  (event.target as IDBDatabase).close();
}
