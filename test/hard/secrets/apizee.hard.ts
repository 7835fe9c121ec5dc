import { keepsItsSecrets } from './plays';

keepsItsSecrets('apizee');
