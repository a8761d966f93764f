// Builds a form of each operation in the OpenAPI file, sends it, and shows the answer.
const root = document.getElementById("operations");
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

function field(parameter) {
  const label = make("label", parameter.name);
  const schema = parameter.schema?.items ?? parameter.schema ?? {};
  let input;
  if (schema.enum) {
    input = make("select", "", { name: parameter.name });
    input.append(make("option", "", { value: "" }), ...schema.enum.map(value => make("option", value, { value })));
  } else {
    const type = schema.format === "date" ? "date" : schema.type === "integer" || schema.type === "number" ? "number" : "text";
    input = make("input", "", { name: parameter.name, type, ...(schema.type === "number" ? { step: "any" } : {}), ...(parameter.in === "path" ? { required: "" } : {}) });
  }
  label.append(input, make("small", parameter.description ?? ""));
  return label;
}

function operation(path, verb, told) {
  const details = make("details");
  const summary = make("summary");
  summary.append(make("code", `${verb.toUpperCase()} ${path.replace("**", "")}`), ` ${told.summary ?? ""}`);
  const form = make("form");
  const fields = make("div", "", { class: "fields" });
  const parameters = told.parameters ?? [];
  fields.append(...parameters.map(field));
  let body;
  if (told.requestBody) {
    const label = make("label", "request");
    body = make("textarea", "", { rows: "6" });
    body.value = JSON.stringify({ text: "Russia warned the United States on Thursday not to intervene.", published: "2019-01-24" }, null, 2);
    label.append(body);
    fields.append(label);
  }
  const answer = make("pre", "", { tabindex: "0", "aria-label": "Answer", hidden: "" });
  form.append(fields, make("button", "Send", { type: "submit" }));
  form.addEventListener("submit", async event => {
    event.preventDefault();
    let address = path;
    const query = new URLSearchParams();
    for (const parameter of parameters) {
      const value = form.elements.namedItem(parameter.name).value.trim();
      if (parameter.in === "path") address = address.replace(new RegExp(`\\{\\**${parameter.name}\\}`), value.split("/").map(encodeURIComponent).join("/"));
      else if (value) query.append(parameter.name, value);
    }
    const url = address + (query.size ? `?${query}` : "");
    answer.hidden = false;
    answer.textContent = `${url}\n…`;
    try {
      const response = await fetch(url, { method: verb.toUpperCase(), headers: body ? { "Content-Type": "application/json" } : {}, body: body?.value });
      const text = await response.text();
      let shown = text;
      try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* one entry a line stays as it is */ }
      answer.textContent = `${url}\n${response.status} ${response.statusText}\n\n${shown.slice(0, 200000)}`;
    } catch (error) {
      answer.textContent = `${url}\n${error}`;
    }
  });
  details.append(summary, form, answer);
  return details;
}

try {
  const document_ = await (await fetch("/openapi/v1.json")).json();
  root.textContent = "";
  for (const [path, verbs] of Object.entries(document_.paths))
    for (const [verb, told] of Object.entries(verbs)) root.append(operation(path, verb, told));
} catch (error) {
  root.textContent = `The OpenAPI file could not be read: ${error}`;
}
