import { watchSecrets } from './secrets';

// Every test of a file runs with this: what it leaves behind, and where its requests went, is searched
// for the secrets of its credentials and of its sessions.

const watch = watchSecrets();

afterEach(() => watch.expectNone());

afterAll(() => watch.end());
