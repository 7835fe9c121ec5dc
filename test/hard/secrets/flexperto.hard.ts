import { keepsItsSecrets } from './plays';

keepsItsSecrets('flexperto');
