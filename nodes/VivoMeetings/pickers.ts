import { conferences, contacts, hosts, pastConferences, productsOfCompany } from '../Iotum/pickers';

/** The lists of the pickers; drive files and companies are in none (seed 004 has no IDs of companies). */
export const pickers = [conferences, contacts, hosts, pastConferences, productsOfCompany];
