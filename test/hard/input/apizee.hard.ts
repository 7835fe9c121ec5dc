import { describeParameterSets } from './parameterSets';
import { describeVendorAnswers } from './vendorAnswers';

describe('vendor answers', () => describeVendorAnswers('apizee'));
describe('parameter sets', () => describeParameterSets('apizee'));
