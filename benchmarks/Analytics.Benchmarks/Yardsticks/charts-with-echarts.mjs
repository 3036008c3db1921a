// ECharts rendering SVG on the server at 1200 x 700: one time and processor time in milliseconds per line, for the kind named first.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [kind, repeats, folder] = process.argv.slice(2);
const echarts = createRequire(join(folder, 'package.json'))('echarts');
const years = [2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022];
const low = [0.079, 0.074, 0.076, 0.068, 0.061, 0.057, 0.059, 0.052];
const half = [0.009, 0.008, 0.008, 0.0075, 0.007, 0.0065, 0.007, 0.006];
const posts = ['Chủ tịch Hội đồng nhân dân', 'Phó Chủ tịch Hội đồng nhân dân', 'Chủ tịch Ủy ban nhân dân', 'Phó Chủ tịch Ủy ban nhân dân'];
const shares = [[0.712, 0.684, 0.63, 0.617], [0.259, 0.283, 0.309, 0.335], [0.029, 0.033, 0.051, 0.048], [0, 0, 0.01, 0]];
const levels = ['tín nhiệm cao', 'tín nhiệm', 'tín nhiệm thấp', 'không ghi'];

const hidden = { type: 'line', lineStyle: { opacity: 0 }, symbol: 'none' };
const band = (name, x, lower, height) => [
  { ...hidden, stack: name, data: x.map((at, i) => [at, lower[i]]) },
  { ...hidden, stack: name, areaStyle: { opacity: 0.3 }, data: x.map((at, i) => [at, height[i]]) },
];
const line = {
  animation: false,
  title: { text: 'Tỷ lệ phiếu tín nhiệm thấp của thành phố qua các đợt' },
  xAxis: { type: 'value', min: 2007, max: 2027 },
  yAxis: { type: 'value', min: 0, max: 0.1 },
  series: [
    ...band('two', years, low.map((s, i) => s - half[i]), half.map((h) => 2 * h)),
    { type: 'line', name: 'hai mức', symbolSize: 8, data: years.map((at, i) => [at, low[i]]), markLine: { symbol: 'none', data: [{ xAxis: 2023 }] } },
    ...band('three', [2024, 2026], [0.03, 0.035], [0.011, 0.012]),
    { type: 'line', name: 'ba mức', symbolSize: 8, lineStyle: { type: 'dashed' }, data: [[2024, 0.035], [2026, 0.041]] },
  ],
};
const stacked = {
  animation: false,
  title: { text: 'Kết quả theo chức danh' },
  legend: { data: levels },
  grid: { left: 260 },
  xAxis: { type: 'value', max: 1 },
  yAxis: { type: 'category', data: posts, inverse: true },
  series: levels.map((name, i) => ({ type: 'bar', stack: 'all', name, data: shares[i], label: { show: true } })),
};
const areas = [
  'An Khê', 'Bình Lãng', 'Cẩm Sơn', 'Diên Hà', 'Đại Phúc', 'Đông Mai', 'Gia Thịnh', 'Hạ Liên', 'Hòa Lộc', 'Kim Thành',
  'Lam Điền', 'Lộc Hà', 'Mỹ Khê', 'Nam Sa', 'Nghi Tân', 'Ngọc Lĩnh', 'Phú Diên', 'Phước Long', 'Quảng Yên', 'Sơn Hạ',
  'Tam Giang', 'Tân Lập', 'Thanh Bình', 'Thạch Khê', 'Tiên Phước', 'Trà Bồng', 'Trung Hà', 'Vân Trì', 'Vĩnh Thọ', 'Yên Hòa',
];
const heatmap = {
  animation: false,
  title: { text: 'Tỷ lệ tín nhiệm thấp theo địa bàn và chức danh' },
  grid: { left: 120 },
  xAxis: { type: 'category', data: posts },
  yAxis: { type: 'category', data: areas, inverse: true },
  visualMap: { min: 0, max: 0.12, orient: 'horizontal' },
  series: [{ type: 'heatmap', label: { show: true, formatter: (p) => `${Math.round(p.value[2] * 100)}%` }, data: areas.flatMap((_, row) => posts.map((_, column) => [column, row, ((row * 7 + column * 5) % 23) / 200 + 0.01])) }],
};
const shown = areas.map((_, i) => 0.03 + (i % 9) * 0.005);
const dots = {
  animation: false,
  title: { text: 'Tỷ lệ tín nhiệm thấp theo địa bàn' },
  grid: { left: 120 },
  xAxis: { type: 'value', min: 0 },
  yAxis: { type: 'category', data: areas, inverse: true },
  series: [
    {
      type: 'custom',
      data: shown.map((s, i) => [s - 0.012, i, s + 0.012]),
      renderItem: (_, api) => {
        const [from, to] = [api.coord([api.value(0), api.value(1)]), api.coord([api.value(2), api.value(1)])];
        return { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: '#52606d', lineWidth: 2 } };
      },
    },
    { type: 'scatter', symbolSize: 8, data: shown.map((s, i) => [s, i]), markLine: { symbol: 'none', data: [{ xAxis: 0.041 }] } },
  ],
};

for (let i = 0; i < 5 + Number(repeats); i++) {
  const [start, processor] = [performance.now(), process.cpuUsage()];
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 1200, height: 700 });
  chart.setOption({ line, bars: stacked, heatmap, dots }[kind]);
  const svg = chart.renderToSVGString();
  chart.dispose();
  const { user, system } = process.cpuUsage(processor);
  if (i >= 5) console.log(performance.now() - start, (user + system) / 1000);
  if (!svg.startsWith('<svg')) throw new Error('no picture');
}
