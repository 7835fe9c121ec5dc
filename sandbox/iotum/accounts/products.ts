import type { Product } from '../types';

/** The reseller's products, after the sample of section 5.1. */
export const PRODUCTS: Omit<Product, 'description'>[] = [
	{
		id: 901,
		slug: 'small_plan',
		name: 'Small Conference Plan',
		plan: true,
		pricing: 'flat',
		features: ['oneTimeAccessCode'],
	},
	{
		id: 902,
		slug: 'large_plan',
		name: 'Large Conference Plan',
		plan: true,
		pricing: 'perHost',
		features: ['oneTimeAccessCode', 'recording', 'videoRecording', 'transcription', 'sipGateway'],
	},
	{
		id: 903,
		slug: 'recording',
		name: 'Recording Add-On',
		plan: false,
		pricing: 'flat',
		features: ['recording', 'videoRecording', 'transcription'],
	},
];
