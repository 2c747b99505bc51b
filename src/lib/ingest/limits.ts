/*
 * What is refused before memory is gone. A browser's tab has a few GB, and a file is there several times over while it
 * is read: as it came, as text, and in the import engine.
 */

/** Bytes of a file as it lies on disk, and of each table as text. */
export const fileLimit = 500_000_000;

/** Bytes that everything packed in one file may become. */
export const unpackedLimit = 1_000_000_000;

/** No data packs this well: what goes on unpacking past `packedFree` is made to fill memory. */
export const packingLimit = 200;
export const packedFree = 50_000_000;

/** Files in a zip file. */
export const entryLimit = 1_000;

export const rowLimit = 5_000_000;

/** No instrument comes near; a file that does is not what it says it is. */
export const columnLimit = 2_000;

/** Bytes of one row. DuckDB reads lines of up to 2 MB. */
export const recordLimit = 1_000_000;
