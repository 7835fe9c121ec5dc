// What a process with n8n's engine can do.
export { addContacts } from './addContacts';
export { teardown } from './n8n';
export { readArchives } from './readArchives';
export { transferFile } from './transferFile';
export { lookForArchives, watchArchives } from './watchArchives';
