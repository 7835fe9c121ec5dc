import { describeParameterSets } from './parameterSets';
import { describeVendorAnswers } from './vendorAnswers';

describe('vendor answers', () => describeVendorAnswers('iotum'));
describe('parameter sets', () => describeParameterSets('iotum'));
