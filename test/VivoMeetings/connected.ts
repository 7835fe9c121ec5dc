export { withN8nNodes as withOAuth2 } from '../setup';
