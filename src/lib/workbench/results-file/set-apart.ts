/** Whether a file says that it is one of results: by its name, or by how its text begins. */
export async function isResultsFile(file: File): Promise<boolean> {
  if (/\.results\.json$/i.test(file.name)) return true;
  const start = await file.slice(0, 4096).text();
  return /^\uFEFF?\s*\{/.test(start) && /"pejling"\s*:\s*"results"/.test(start);
}

/** The first file of results among others, and the others. */
export async function setResultsApart(
  files: readonly File[],
): Promise<{ readonly results: File | undefined; readonly data: readonly File[] }> {
  const are = await Promise.all(files.map(isResultsFile));
  return { results: files.find((_, at) => are[at]), data: files.filter((_, at) => !are[at]) };
}
