import type { Running } from './boot';

/** Extensions stay out: on the import engine too, which must not download one because a file looks like JSON. */
const closed = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET allow_community_extensions = false',
];

/** Closes the network's back doors but leaves registered files readable: for the import engine. */
export async function closeExtensions(running: Running, connection: number): Promise<void> {
  for (const sql of closed) await running.database.runQuery(connection, sql);
}

/** No extension, file, network or setting from here on, and no way back. The order matters: the last one shuts the door. */
export async function lock(running: Running, connection: number, memoryLimit: string): Promise<void> {
  await closeExtensions(running, connection);
  for (const sql of [
    `SET memory_limit = '${memoryLimit}'`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ])
    await running.database.runQuery(connection, sql);
}
