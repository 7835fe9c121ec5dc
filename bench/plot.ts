import * as echarts from 'echarts';
import type { Results } from './results';

const SIZE = { width: 860, height: 340 };

/** What an item costs, by who reads it, as SVG. */
export function plot({ results }: Results): string {
	const cases = results.filter(({ name }) => name.startsWith('get-'));
	const [first] = cases;
	const names = Object.keys(first?.figures ?? {}).reverse();
	const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
	chart.setOption({
		animation: false,
		backgroundColor: '#ffffff',
		title: {
			text: 'Milliseconds an item: the record of an archive, vendor without delay',
			left: 'center',
			textStyle: { fontSize: 15 },
		},
		legend: { bottom: 0, itemGap: 80 },
		// Wide enough for the names: without a browser, their width is only guessed.
		grid: { left: 300, right: 60, top: 40, bottom: 60 },
		xAxis: { type: 'value', name: 'ms' },
		yAxis: { type: 'category', data: names.map((name) => first?.figures[name]?.title) },
		series: cases.map(({ title, figures }) => ({
			type: 'bar',
			name: title.replace(/,[^,]*$/, ''),
			label: { show: true, position: 'right' },
			data: names.map((name) => {
				const value = figures[name]?.median;
				return value === undefined ? null : Number(value.toFixed(2));
			}),
		})),
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return `${svg}\n`;
}
