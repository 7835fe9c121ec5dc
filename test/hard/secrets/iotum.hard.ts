import { keepsItsSecrets } from './plays';

keepsItsSecrets('iotum');
