import { coverName } from './cover-name';
import { addFiles, looseDataset, readBlob, type ExportFile, type ExportFiles } from './exports';

/** A file that a person has chosen, and the dataset it is of. */
export interface DroppedFile {
  readonly dataset: string;
  readonly file: ExportFile;
}

/** Under names in which no civil registration number stands: they are shown and kept. */
export function coverDropped(files: readonly File[]): Promise<readonly DroppedFile[]> {
  const cover = async (file: File) => ({
    dataset: await coverName(datasetOf(file)),
    file: { ...readBlob(file), name: await coverName(file.name) },
  });
  return Promise.all(files.map(cover));
}

export function joinDropped(
  exports: readonly ExportFiles[],
  dropped: readonly DroppedFile[],
): readonly ExportFiles[] {
  const filesOf = (dataset: string) =>
    dropped.filter((each) => each.dataset === dataset).map(({ file }) => file);
  const datasets = [...new Set(dropped.map(({ dataset }) => dataset))];
  return datasets.reduce((joined, dataset) => addFiles(joined, dataset, filesOf(dataset)), exports);
}

/** The folder a dropped file lay in names its dataset; loose files are `export`. */
function datasetOf({ webkitRelativePath = '' }: { readonly webkitRelativePath?: string }): string {
  return webkitRelativePath.split('/').slice(0, -1).at(-1) || looseDataset;
}
