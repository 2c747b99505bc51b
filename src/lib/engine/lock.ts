import type { Running } from './boot';

/** Extensions stay out: on the import engine too, which must not download one because a file looks like JSON. */
const closed = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET allow_community_extensions = false',
];

/** Closes the network's back doors but leaves registered files readable: for the import engine. */
export async function closeExtensions(running: Running, connection: number): Promise<void> {
  await running.database.runQuery(connection, closed.join('; '));
}

/** No extension, file, network or setting from here on, and no way back. The order matters: the last one shuts the door. */
export async function lock(running: Running, connection: number, memoryLimit: string): Promise<void> {
  const locked = [
    ...closed,
    `SET memory_limit = '${memoryLimit}'`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
  // One trip to the worker, not six.
  await running.database.runQuery(connection, locked.join('; '));
}
