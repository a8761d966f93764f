// Draws charts from the JSON that stands at their elements. The library is loaded only where there is a chart.
const colours = {
  light: ["#1d4f91", "#a5411a", "#1c6b42", "#982a70", "#7d5200", "#0d6772", "#6244a8", "#555e69"],
  dark: ["#8fbaf5", "#f0a17c", "#7ecb9c", "#eb9dcb", "#e6b964", "#74c7d2", "#bda9f0", "#a6aeb8"],
};

const value = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function base() {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
  const ink = value("--ink"), muted = value("--muted"), line = value("--line"), surface = value("--surface");
  return {
    dark, ink, muted, line, surface,
    option: {
      animation: false,
      color: dark ? colours.dark : colours.light,
      textStyle: { color: ink, fontFamily: value("--text") },
      tooltip: { renderMode: "richText", confine: true, backgroundColor: surface, borderColor: line, textStyle: { color: ink, fontSize: 12 } },
      legend: { type: "scroll", bottom: 6, icon: "roundRect", itemWidth: 12, itemHeight: 8, textStyle: { color: ink }, pageTextStyle: { color: ink }, pageIconColor: ink },
      grid: { left: 8, right: 16, top: 16, bottom: 40, containLabel: true },
    },
  };
}

const axes = look => ({
  xAxis: { type: "time", axisLabel: { color: look.muted, hideOverlap: true }, axisLine: { lineStyle: { color: look.line } }, splitLine: { show: false } },
  yAxis: { type: "value", axisLabel: { color: look.muted }, splitLine: { lineStyle: { color: look.line } } },
});

const makers = {
  lines: (data, look) => ({
    ...look.option, ...axes(look),
    tooltip: { ...look.option.tooltip, trigger: "item", formatter: item => `${item.seriesName}\n${item.value[0]}: ${item.value[1].toLocaleString("en")}` },
    series: data.lines.map(line => ({
      type: "line", name: line.name, data: line.data, symbolSize: 6, lineStyle: { width: 2 }, emphasis: { focus: "series" },
      markPoint: line.marks?.length ? { symbol: "circle", symbolSize: 11, itemStyle: { color: "transparent", borderColor: look.ink, borderWidth: 2 }, label: { show: false }, data: line.marks.map(mark => ({ coord: mark, name: "change" })) } : undefined,
    })),
  }),
  bars: (data, look) => ({
    ...look.option, ...axes(look),
    tooltip: { ...look.option.tooltip, trigger: "item", formatter: item => `${item.seriesName}, ${data.unit} from ${item.value[0]}: ${item.value[1]}` },
    series: data.lines.map(line => ({ type: "bar", stack: "all", name: line.name, data: line.data, barMaxWidth: 22 })),
  }),
  graph: (data, look) => ({
    ...look.option,
    tooltip: { ...look.option.tooltip, formatter: item => item.dataType === "edge" ? `${item.data.value > 0 ? "with" : "against"} (${item.data.value.toFixed(2)})` : `${item.name}, camp ${item.data.group}` },
    legend: { ...look.option.legend, data: [{ name: "Camp A" }, { name: "Camp B" }] },
    series: [{
      type: "graph", layout: "force", roam: true, force: { repulsion: 120, edgeLength: [40, 90], gravity: 0.14 }, label: { show: true, position: "right", color: look.ink, fontSize: 11 }, labelLayout: { hideOverlap: true },
      categories: [{ name: "Camp A", itemStyle: { color: look.option.color[0] } }, { name: "Camp B", itemStyle: { color: look.option.color[1] }, symbol: "diamond" }],
      data: data.nodes.map(node => ({ id: node.id, name: node.name, group: node.group, href: node.href, category: node.group === "A" ? 0 : 1, symbolSize: 8 + Math.min(24, Math.sqrt(node.weight) * 7) })),
      links: data.links.map(link => ({ source: link.source, target: link.target, value: link.weight, lineStyle: { color: link.weight > 0 ? look.option.color[2] : look.option.color[1], type: link.weight > 0 ? "solid" : "dashed", width: 0.8 + Math.abs(link.weight) * 2, opacity: 0.6 } })),
    }],
  }),
  map: async (data, look, echarts) => {
    if (!echarts.getMap("world")) echarts.registerMap("world", await (await fetch(data.world)).json());
    const lats = data.points.map(point => point.lat), lons = data.points.map(point => point.lon);
    const middle = list => (Math.min(...list) + Math.max(...list)) / 2;
    const spread = Math.max(Math.max(...lons) - Math.min(...lons), (Math.max(...lats) - Math.min(...lats)) * 2, 20);
    return {
      ...look.option, legend: undefined,
      tooltip: { ...look.option.tooltip, formatter: item => item.seriesType === "effectScatter" || item.seriesType === "scatter" ? `${item.name}: ${item.value[2]} ${item.value[2] === 1 ? "event" : "events"}` : item.name },
      geo: { map: "world", roam: true, center: [middle(lons), middle(lats)], zoom: Math.max(1, Math.min(8, 300 / spread)), itemStyle: { areaColor: value("--sunken"), borderColor: look.line }, emphasis: { disabled: true }, select: { disabled: true } },
      series: [{
        type: "scatter", coordinateSystem: "geo", itemStyle: { opacity: 0.8, borderColor: look.surface, borderWidth: 1 }, label: { show: true, formatter: "{b}", position: "right", color: look.ink, fontSize: 11 }, labelLayout: { hideOverlap: true },
        data: data.points.map(point => ({ name: point.name, href: point.href, value: [point.lon, point.lat, point.count], symbolSize: 8 + Math.sqrt(point.count) * 5, itemStyle: { color: look.option.color[point.score < 0 ? 1 : 0] } })),
      }],
    };
  },
};

const load = address => globalThis.echarts ? Promise.resolve(globalThis.echarts) : new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = address;
  script.onload = () => done(globalThis.echarts);
  script.onerror = fail;
  document.head.append(script);
});

export async function charts() {
  const places = [...document.querySelectorAll("[data-chart]")];
  if (places.length === 0) return;
  const echarts = await load(places[0].dataset.library);
  for (const place of places) {
    const data = JSON.parse(place.dataset.chart);
    const chart = echarts.init(place, null, { renderer: "canvas" });
    const draw = async () => chart.setOption(await makers[data.kind](data, base(), echarts), true);
    await draw();
    chart.on("click", item => { if (item.data?.href) location.href = item.data.href; });
    document.addEventListener("theme", draw);
    new ResizeObserver(() => chart.resize()).observe(place);
    place.dataset.drawn = "true";
  }
}
