"use strict";
// Shows what the program says, and ticks by itself. Everything that comes is set as text.

const LOST_AFTER = 10000, AGAIN_AFTER = 1000, SILENT_AFTER = 7000, SMALLEST = innerWidth < 500 ? 13 : 15, SVG = "http://www.w3.org/2000/svg";
const root = document.documentElement, stage = document.getElementById("stage"), news = document.getElementById("news"), ending = document.getElementById("end");
let view = null, offset = null, heard = 0, source = null, ticker = 0, again = 0, told = "", over = false;
let proof = null; // what to ask the server before coming back, and what only the same one can answer

function make(tag, name, text, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  made.append(...children.filter(Boolean));
  return made;
}

function draw(tag, fields, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(fields)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const some = (tag, name, text) => (text ? make(tag, name, text) : null);

// ---- the clock

function left() {
  const clock = view.clock;
  return clock.ends === null ? clock.left : clock.ends - (offset + performance.now());
}

function figures(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return Math.floor(seconds / 60) + (view.language === "en" ? ":" : ".") + String(seconds % 60).padStart(2, "0");
}

function ring(shape) {
  const parts = [...shape].map((part, index) => {
    const from = (index / shape.length) * 2 * Math.PI + 0.07, to = ((index + 1) / shape.length) * 2 * Math.PI - 0.07;
    const at = (angle) => `${50 + 42 * Math.sin(angle)} ${50 - 42 * Math.cos(angle)}`;
    return draw("path", { d: `M${at(from)}A42 42 0 0 1 ${at(to)}`, class: part === "●" ? "left" : "gone" });
  });
  return draw("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" }, ...parts);
}

function clockOf(size) {
  const clock = view.clock;
  if (!clock) return null;
  if (clock.shape) {
    return make("div", `clock soft ${size}`, "", ring(clock.shape));
  }
  const shown = make("p", `clock ${size}`);
  shown.id = "clock";
  shown.setAttribute("role", "timer");
  shown.setAttribute("aria-live", "off");
  return shown;
}

function tick() {
  clearTimeout(ticker);
  const shown = document.getElementById("clock");
  if (!shown || !view || !view.clock) return;
  const ms = left(), over = ms < 0, text = over ? view.clock.over : figures(ms);
  if (shown.textContent !== text) {
    const wider = text.length !== shown.textContent.length;
    shown.textContent = text;
    shown.classList.toggle("words", over);
    if (wider) fit();
  }
  if (view.clock.ends !== null && !over) ticker = setTimeout(tick, (ms % 1000) + 5);
}

// ---- the views

const paused = () => (view.clock && view.clock.paused ? make("p", "paused", view.clock.paused) : null);
const qr = (code) => {
  const side = code.rows.length + 8;
  const path = code.rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map((m) => `M${m.index + 4} ${y + 4}h${m[0].length}v1h-${m[0].length}z`));
  return make("figure", "", "", draw("svg", { viewBox: `0 0 ${side} ${side}`, "shape-rendering": "crispEdges", role: "img", "aria-label": "QR" },
    draw("rect", { width: side, height: side, fill: "#fff" }), draw("path", { d: path.join(""), fill: "#000" })),
    some("figcaption", "", code.label));
};
const codes = () => {
  const many = view.codes.length, wide = innerWidth > innerHeight;
  const made = make("div", "qrs", "", ...view.codes.map(qr));
  const across = wide ? Math.min(many, 4) : Math.min(many, 2), down = Math.ceil(many / Math.max(1, across));
  made.style.setProperty("--side", `min(${Math.floor(84 / Math.max(1, across))}vw, ${Math.floor((innerHeight < 500 ? 56 : 64) / Math.max(1, down))}vh)`);
  return many ? made : null;
};
const list = ([heading, ...things]) => make("section", "", "", make("h2", "", heading), make("ul", "", "", ...things.map((t) => make("li", "", t))));

function scale(goal) {
  if (goal.value === null) return null;
  const dots = Array.from({ length: 11 }, (_nothing, n) => {
    const kind = n === goal.value ? ["place", 6] : n === goal.value + 1 ? ["up", 5] : ["notch", 2];
    return draw("circle", { cx: 8 + n * 16, cy: 8, r: kind[1], class: kind[0] });
  });
  return make("p", "scale", "", draw("svg", { viewBox: "0 0 176 16", "aria-hidden": "true" }, ...dots), make("span", "", goal.said));
}

function card(goal) {
  const head = make("h2", "", "", make("span", "slot", goal.slot), make("span", "", goal.code), make("span", "status", goal.status));
  return make("article", "card", "", head, some("p", "wording", goal.text), scale(goal));
}

// As many columns as give the largest type; a phone held upright has one.
function columns(made, most) {
  made.dataset.most = innerWidth < innerHeight ? 1 : most;
  spread(made, 1);
  return made;
}

function spread(made, across) {
  made.dataset.across = across;
  made.style.setProperty("--across", across);
  made.style.setProperty("--rows", Math.ceil(made.children.length / across));
}

function board() {
  const many = view.goals.length;
  return many ? columns(make("div", "board", "", ...view.goals.map(card)), Math.min(many, 3)) : null;
}

function programme() {
  const lines = view.programme.map(([title, state]) => {
    const line = make("li", state, title);
    if (state === "now") line.setAttribute("aria-current", "step");
    return line;
  });
  return columns(make("ol", "", "", ...lines), lines.length > 6 ? 2 : 1);
}

const heading = (text) => some("h1", "", text);
const VIEWS = {
  programme: () => [heading(view.title), programme()],
  round: () => [heading(view.step ? `${view.title}\u00a0· ${view.step}` : view.title), make("p", "speaker", view.speaker), some("p", "next", view.next_up),
    some("p", "quiet", view.presenter), clockOf("small"), paused()],
  step: () => [heading(view.title), some("p", "step", view.step), some("p", "invitation", view.invitation), clockOf("small"), paused()],
  question: () => [make("h1", "question", view.question)],
  goals: () => [heading(view.title), board(), some("p", "note", view.note)],
  break: () => [heading(view.title), clockOf("large"), paused(), some("p", "note", view.note)],
  clock: () => [heading(view.title), clockOf("large"), paused()],
  stored: () => [heading(view.title), make("div", "columns", "", list(view.kept), list(view.forgotten)), some("p", "note", view.note)],
  address: () => [heading(view.title), codes(), some("p", "address", view.address)],
  codes: () => [heading(view.title), codes(), some("p", "note", view.note)],
};

function render() {
  const known = view !== null && Object.hasOwn(VIEWS, view.shown);
  root.classList.toggle("black", !known);
  root.classList.toggle("light", known && view.light);
  stage.replaceChildren(...(known ? VIEWS[view.shown]().filter(Boolean) : []));
  stage.className = known ? `view-${view.shown}` : "";
  if (known) root.lang = view.language;
  const said = known ? [view.title, view.speaker, view.question].filter(Boolean).join(". ") : "";
  if (said !== told) news.textContent = told = said;
  if (known) { tick(); fit(); }
}

// ---- as large as fits

function fits() {
  if (stage.scrollHeight > stage.clientHeight + 1 || stage.scrollWidth > stage.clientWidth + 1) return false;
  return [...stage.querySelectorAll("h1, h2, p, li, .card")].every((each) => each.scrollWidth <= each.clientWidth + 1);
}

const sized = (size) => { stage.style.fontSize = `${size}px`; return fits(); };

function largest() {
  let small = SMALLEST, large = Math.min(innerHeight / 8, innerWidth / 9);
  if (!sized(small)) return 0;
  while (large - small > 0.5) {
    const middle = (small + large) / 2;
    if (sized(middle)) small = middle; else large = middle;
  }
  return small;
}

function fit() {
  document.body.className = "";
  const made = stage.querySelector("[data-most]");
  let best = 0, across = 1;
  for (let n = 1; n <= (made ? Number(made.dataset.most) : 1); n++) {
    if (made) spread(made, n);
    const size = largest();
    if (size > best) [best, across] = [size, n];
  }
  if (made) spread(made, across);
  sized(best || SMALLEST);
  if (!best) document.body.className = "scrolls";
}

// ---- the stream

// The key stands in our own address: whoever listens there after the program is gone must first prove to know it.
function comeBack() {
  clearTimeout(again);
  if (over) return;
  if (source) source.close();
  if (!proof) { listen(); return; }
  fetch(`/again/${proof.name}`, { cache: "no-store", signal: AbortSignal.timeout(SILENT_AFTER) })
    .then((said) => said.text())
    .then((said) => { if (said === proof.answer) listen(); else later(); })
    .catch(later);
}

function later() {
  clearTimeout(again);
  if (!over) again = setTimeout(comeBack, AGAIN_AFTER);
}

function listen() {
  clearTimeout(again);
  if (source) source.close();
  source = new EventSource("stream");
  source.onmessage = (event) => {
    const frame = JSON.parse(event.data);
    hear(frame.now);
    view = frame.view;
    render();
  };
  source.addEventListener("beat", (event) => { hear(JSON.parse(event.data)); tick(); });
  source.addEventListener("again", (event) => { proof = JSON.parse(event.data); });
  source.addEventListener("end", (event) => { end(JSON.parse(event.data)); });
  source.onerror = () => { source.close(); later(); };
}

// The session is over: nothing is asked any more, and nothing of it is left in the page.
function end(said) {
  over = true;
  source.close();
  view = proof = secret = null;
  sessionStorage.removeItem(KEPT);
  render();
  root.lang = said.language;
  ending.textContent = said.text;
  ending.hidden = false;
}

function hear(now) {
  heard = performance.now();
  if (now !== null && now !== undefined) offset = now - heard;
}

function watch() {
  const silence = performance.now() - heard;
  if (over) return;
  if (silence > LOST_AFTER && view !== null) { view = null; render(); }
  if (silence > SILENT_AFTER && source.readyState === EventSource.OPEN) comeBack();
}

function awake() {
  if (document.visibilityState !== "visible" || over) return;
  watch();
  if (source.readyState === EventSource.CLOSED) comeBack();
  if (view) tick();
  if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(() => {});
}

// ---- the keys of the window that the supervisor opened: a remote works whichever window has the focus

const KEPT = "window", VERBS = {
  PageDown: "next", ArrowRight: "next", " ": "next", PageUp: "back", ArrowLeft: "back",
  b: "black", B: "black", ".": "black", F9: "black", p: "pause", P: "pause",
};

function ownSecret() {
  const handed = location.hash.slice(1);
  if (handed) {
    history.replaceState(null, "", location.pathname);
    sessionStorage.setItem(KEPT, handed);
  }
  return sessionStorage.getItem(KEPT);
}

function pass(verb) {
  fetch(`/verb/${verb}`, { method: "POST", headers: { "X-Window": secret }, cache: "no-store" }).catch(() => {});
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen().catch(() => {});
}

addEventListener("resize", () => { if (view) render(); });
addEventListener("pageshow", awake);
addEventListener("online", comeBack);
document.addEventListener("visibilitychange", awake);
document.addEventListener("keydown", (event) => {
  if (secret && Object.hasOwn(VERBS, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    if (!event.repeat && !over) pass(VERBS[event.key]);
    return;
  }
  if ((event.key === "f" || event.key === "F" || event.key === "Enter") && !event.ctrlKey && !event.metaKey && !event.altKey) fullScreen();
});
document.addEventListener("dblclick", fullScreen);
let secret = ownSecret();
listen();
setInterval(watch, 1000);
