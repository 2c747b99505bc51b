/** What is fetched when the first editor is shown. */
export { namesThere } from './names-there';
export { openSqlEditor } from './sql-editor';
