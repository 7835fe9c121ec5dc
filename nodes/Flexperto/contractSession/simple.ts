/** What remains of a contract session when the user leaves Simplify on. */
export const SIMPLE_SESSION = [
	'id',
	'name',
	'method',
	'transaction_completed',
	'customer_name',
	'customer_email',
	'expert_name',
	'expert_email',
	'created_at',
];
