import { describeParameterSets } from './parameterSets';
import { describeVendorAnswers } from './vendorAnswers';

describe('vendor answers', () => describeVendorAnswers('vivoMeetings'));
describe('parameter sets', () => describeParameterSets('vivoMeetings'));
