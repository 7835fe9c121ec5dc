/** One thing wrong with a request. */
export interface FieldError {
	field: string;
	message: string;
}

/** What the schema validator says about one part of a request. */
export interface Issue {
	keyword: string;
	instancePath: string;
	params: Record<string, unknown>;
	message?: string;
}

/** A validator's finding in words that name the field, e.g. `name is required`. */
export function fieldError({ keyword, instancePath, params, message }: Issue): FieldError {
	const path = instancePath.split('/').slice(1);
	const at = (...names: unknown[]) => [...path, ...names].join('.') || 'body';
	if (keyword === 'additionalProperties') {
		return { field: at(params['additionalProperty']), message: 'is unknown' };
	}
	if (keyword === 'required') {
		return { field: at(params['missingProperty']), message: 'is required' };
	}
	if (keyword === 'enum' && Array.isArray(params['allowedValues'])) {
		return { field: at(), message: `must be one of ${params['allowedValues'].join(', ')}` };
	}
	return { field: at(), message: message ?? 'is invalid' };
}
