import { describeParameterSets } from './parameterSets';
import { describeVendorAnswers } from './vendorAnswers';

describe('vendor answers', () => describeVendorAnswers('flexperto'));
describe('parameter sets', () => describeParameterSets('flexperto'));
