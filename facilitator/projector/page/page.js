"use strict";
// Shows what the program says, and ticks by itself. Everything that comes is set as text.

const LOST_AFTER = 10000, AGAIN_AFTER = 1000, SILENT_AFTER = 7000, READY_FOR = 6000, NEXT_AFTER = 1500, FAINT_AFTER = 5000, SMALLEST = 13, SVG = "http://www.w3.org/2000/svg";
const root = document.documentElement, stage = document.getElementById("stage"), news = document.getElementById("news"), ending = document.getElementById("end");
const isTile = location.pathname.endsWith("/tile");
let view = null, offset = null, heard = 0, source = null, ticker = 0, again = 0, told = { of: "", all: [] }, over = false;
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

// A block whose letters are fitted by themselves; ``size`` is one of SIZES.
function block(size, made) {
  if (made) made.dataset.size = size;
  return made;
}

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
    const soft = block(size, make("div", `clock soft ${size}`, "", ring(clock.shape), some("span", "label", clock.label)));
    soft.setAttribute("role", "img");
    soft.setAttribute("aria-label", clock.said);
    return soft;
  }
  if (clock.said) return block(size === "large" ? "words" : "minutes", make("p", `clock words ${size}`, clock.said));
  const shown = block(size === "large" ? size : "minutes", make("p", `clock ${size}${clock.paused ? " still" : ""}`));
  shown.id = "clock";
  shown.setAttribute("role", "timer");
  shown.setAttribute("aria-live", "off");
  shown.append(make("span", "figures"), make("span", "label", clock.label));
  return shown;
}

function tick() {
  clearTimeout(ticker);
  const shown = document.getElementById("clock");
  if (!shown || !view || !view.clock) return;
  const ms = left(), over = ms < 0, text = over ? view.clock.over : figures(ms);
  const said = shown.firstChild;
  if (said.textContent !== text) {
    const wider = text.length !== said.textContent.length;
    said.textContent = text;
    shown.lastChild.hidden = over;
    if (over) announce();
    shown.classList.toggle("words", over);
    shown.dataset.size = over && shown.classList.contains("large") ? "words" : shown.classList.contains("large") ? "large" : "minutes";
    if (wider) fit();
  }
  if (view.clock.ends !== null && !over) ticker = setTimeout(tick, (ms % 1000) + 5);
}

// ---- the views

const paused = () => (view.clock && view.clock.paused ? block("paused", make("p", "paused", view.clock.paused)) : null);
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
  const across = wide ? Math.min(many, 4) : 1, down = Math.ceil(many / Math.max(1, across));
  made.style.setProperty("--side", `min(${Math.floor(84 / Math.max(1, across))}vw, ${Math.floor((innerHeight < 500 ? 56 : 64) / Math.max(1, down))}vh)`);
  return many ? made : null;
};
// A phone cannot take a picture of itself: it has the words, and a button that copies them.
const plainCodes = () => view.codes.flatMap((code) => [block("plain", make("p", "plain", code.text)), copying(code.text)]);

function copying(text) {
  if (!text || !view.copy) return null;
  const { copy, copied } = view, button = make("button", "", copy);
  button.type = "button";
  button.addEventListener("click", async () => { if (await copyOut(text)) button.textContent = copied; });
  return block("button", button);
}

// Over plain http, which a network address is, a browser gives a page no clipboard; then the older way is used.
async function copyOut(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", "unseen");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}

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
  const head = make("h2", "", "", make("span", "slot", goal.slot), make("span", "code", goal.code), make("span", "status", goal.status));
  return make("article", goal.text ? "card worded" : "card", "", head, some("p", "wording", goal.text), scale(goal));
}

// A worded goal is a line of the whole width; what is less than its words stands small beside them.
function line(goal) {
  const aside = make("div", "aside", "", some("p", "", goal.text && goal.code), make("p", "status", goal.status), scale(goal));
  const words = goal.text ? make("p", "wording", goal.text) : make("p", "code", goal.code);
  return make("article", "card", "", make("h2", "slot", goal.slot), words, aside);
}

// As many columns as give the largest type; a phone held upright has one.
function columns(size, made, most) {
  block(size, made).dataset.most = innerWidth < innerHeight ? 1 : most;
  spread(made, 1);
  return made;
}

function spread(made, across) {
  made.dataset.across = across;
  made.style.setProperty("--across", across);
}

const areLines = () => view.goals.length > 1 && !isHandheld() && view.goals.some((goal) => goal.text);

function board() {
  const many = view.goals.length;
  if (areLines()) return columns("board", make("div", "board lines", "", ...view.goals.map(line)), 1);
  return many ? columns(many > 1 ? "board" : "goal", make("div", "board", "", ...view.goals.map(card)), Math.min(many, 3)) : null;
}

function proposals() {
  const ways = view.proposals.map((each) => make("li", "choice", "", make("h2", "", each.way), make("p", "ends", each.ends),
    some("p", "effects", each.effects.join(" · "))));
  return ways.length ? columns("board", make("ul", "choices", "", ...ways), 1) : null;
}

function programme() {
  const lines = view.programme.map(([title, state]) => {
    const line = make("li", state, title);
    if (state === "now") line.setAttribute("aria-current", "step");
    return line;
  });
  return columns("programme", make("ol", "", "", ...lines), lines.length > 6 ? 2 : 1);
}

const heading = (text) => block("heading", some("h1", "", text));
// Many lines say by themselves what they are; a voice still says it.
function said(text) {
  const made = make("span", "unseen");
  made.setAttribute("role", "heading");
  made.setAttribute("aria-label", text);
  made.setAttribute("aria-level", "1");
  return made;
}
const named = (text) => block("name", some("h1", "", text));
// A card may lack the language of the view: then a voice reads its words in their own.
const inWords = (made) => { if (made && view.words_in) made.lang = view.words_in; return made; };
const quiet = (name, text) => block("quiet", some("p", name, text));
const VIEWS = {
  programme: () => [heading(view.title), programme()],
  round: () => [heading(view.step ? `${view.title}\u00a0· ${view.step}` : view.title), block("speaker", make("p", "speaker", view.speaker)),
    block("next", some("p", "next", view.next_up)), inWords(block("asked", some("p", "invitation", view.invitation))),
    quiet("quiet", view.presenter), clockOf("small"), paused()],
  step: () => [inWords(heading(view.title)), inWords(quiet("step", view.step)), inWords(block("invitation", some("p", "invitation", view.invitation))),
    clockOf("small"), paused()],
  sheet: () => [inWords(heading(view.title)), inWords(block("list", make("ul", "sheet", "", ...view.sheet.map((line) => make("li", "", line)))))],
  question: () => [block("question", make("h1", "question", view.question))],
  goals: () => [areLines() && view.goals.length > MANY_LINES ? said(view.title) : heading(view.title), board(), quiet("note", view.note)],
  break: () => [named(view.title), clockOf("large"), paused(), block("own", some("p", "own", view.own_text)), picture(),
    block("next", some("p", "next", view.note))],
  clock: () => [named(view.title), clockOf("large"), paused()],
  proposals: () => [heading(view.title), proposals(), quiet("note", view.note)],
  stored: () => [heading(view.title), block("list", make("div", "columns", "", list(view.kept), list(view.forgotten))), quiet("note", view.note)],
  // A phone that shows the address needs no code of itself.
  address: () => [heading(view.title), isPhone() ? null : codes(), block("address", some("p", "address", view.address)),
    isPhone() ? copying(view.address) : null],
  codes: () => [heading(view.title), ...(isPhone() && view.codes.length ? plainCodes() : [codes(), quiet("note", view.note)])],
};

function picture() {
  if (!view.picture) return null;
  const made = make("img", "picture");
  made.alt = "";
  made.src = "picture";
  return made;
}

// What a screen reader says, once, when it is another: never a tick, of a clock only that it is paused or up.
function spoken() {
  const clock = view.clock, over = clock && (clock.ends !== null || clock.left !== null ? left() < 0 && clock.over : "");
  return [
    view.title, view.step, view.speaker, view.next_up, view.invitation, ...view.sheet, view.question,
    ...view.goals.map((goal) => [goal.slot, goal.code, goal.status, goal.text, goal.said].filter(Boolean).join(", ")),
    ...view.proposals.map((each) => [each.way, ...each.effects, each.ends].join(", ")), view.own_text, view.note, clock && clock.paused, over,
  ];
}

// What has been said of the same item is not said again: of a new turn only who has it and who is next.
function announce() {
  const known = view !== null && Object.hasOwn(VIEWS, view.shown);
  const all = known ? spoken().filter(Boolean) : [], of = known ? `${view.shown} ${view.title}` : "";
  const before = of === told.of ? told.all : [];
  const said = all.filter((part) => !before.includes(part));
  told = { of, all };
  if (said.length || !all.length) news.textContent = said.join(". ").replaceAll("\u00ad", "");
}

// A tile beside the faces of a remote meeting: the turn and the soft clock, on no ground.
const tile = () => [block("speaker", some("p", "speaker", view.speaker || view.title)), block("next", some("p", "next", view.next_up)),
  view.clock && (view.clock.shape || view.clock.said) ? clockOf("small") : null];

function render() {
  const known = view !== null && Object.hasOwn(VIEWS, view.shown);
  root.classList.toggle("black", !known);
  root.classList.toggle("light", known && view.light);
  if (known && view.accent) root.style.setProperty("--own", view.accent); else root.style.removeProperty("--own");
  stage.replaceChildren(...(known ? (isTile ? tile() : VIEWS[view.shown]()).filter(Boolean) : []));
  stage.className = known ? `view-${view.shown}` : "";
  if (known) { root.lang = view.language; ending.hidden = true; }
  stage.setAttribute("aria-label", known ? (view.title || view.question || view.speaker).replaceAll("\u00ad", "") : "");
  announce();
  if (known) { tick(); fit(); }
}

// ---- as large as fits, each block by itself

// Font sizes as parts of the wall's height: the largest, and whether it is a main fact. Capitals of main facts are never
// smaller than 1/30 of the height, of the rest 1/45: they can be read from eight metres.
const SIZES = {
  speaker: [0.2, true], next: [0.085, true], asked: [0.06, true], own: [0.08, true], invitation: [0.09, true], question: [0.13, true], large: [0.36, true],
  small: [0.1, true], minutes: [0.075, true], words: [0.16, true], name: [0.1, true], paused: [0.06, true], list: [0.075, true], board: [0.09, true], goal: [0.09, true],
  programme: [0.06, false], plain: [0.058, true], button: [0.05, false], heading: [0.05, false], quiet: [0.048, false], address: [0.05, false],
};
const LARGER = { smaller: 0.75, usual: 1, larger: 1.3 };
const MANY_LINES = 3, BRIEFS = { lines: ["", "two", "one"], cards: ["", "words"] };
const MAIN = 1 / 30, REST = 1 / 45, SMALLER = 0.93;
let kept = { of: "", sizes: {} };

const isPhone = () => !isTile && (innerWidth < 500 || (innerHeight < 500 && matchMedia("(pointer: coarse)").matches));
const isHandheld = () => !isTile && (innerWidth < innerHeight || innerHeight < 500);
const height = () => Math.min(innerHeight, innerWidth * 0.75);

// How high a capital is, as a part of its font's size.
const capital = (() => {
  let known = 0;
  return () => {
    if (!known) {
      const brush = document.createElement("canvas").getContext("2d");
      brush.font = `600 100px ${getComputedStyle(stage).fontFamily}`;
      known = brush.measureText("H").actualBoundingBoxAscent / 100 || 0.7;
    }
    return known;
  };
})();

function least(name) {
  return Math.max(SMALLEST, (height() * (SIZES[name][1] ? MAIN : REST) * 1.03) / capital());
}

function fits() {
  if (stage.scrollHeight > stage.clientHeight + 1 || stage.scrollWidth > stage.clientWidth + 1) return false;
  return blocks().every((each) => !tooWide(each));
}

const blocks = () => [...stage.querySelectorAll("[data-size]")];
const tooWide = (block) => [block, ...block.querySelectorAll("h2, p, li, .card")].some((each) => each.scrollWidth > each.clientWidth + 1);

// Makes the block smaller that is in the way: one that is too wide, else the one that takes most room.
function shrink() {
  const can = blocks().filter((each) => each.px > least(each.dataset.size) + 0.05);
  if (!can.length) return false;
  const room = (each) => (tooWide(each) ? 1e6 : 0) + each.offsetHeight;
  const block = can.reduce((most, each) => (room(each) > room(most) ? each : most));
  size(block, Math.max(least(block.dataset.size), block.px * SMALLER));
  return true;
}

function size(block, px) {
  block.px = px;
  block.style.fontSize = `${px}px`;
}

// Sizes stay as they are while the same thing is on the wall: a longer name may make them smaller, a shorter one not larger.
function identity() {
  return [view.shown, view.title, view.goals.map((goal) => goal.slot).join(""), view.text_size, innerWidth, innerHeight].join(" ");
}

function shape() {
  for (const block of blocks()) {
    const name = block.dataset.size;
    size(block, Math.max(least(name), Math.min(SIZES[name][0] * LARGER[view.text_size] * height(), kept.sizes[name] ?? Infinity)));
  }
  while (!fits()) if (!shrink()) return false;
  // A long name is small: all beside it is smaller still, or the group would read that and not whose turn it is.
  const name = stage.querySelector("[data-size=speaker]"), most = name ? name.px * 0.95 : Infinity;
  for (const each of blocks()) if (each !== name && each.px > most) size(each, Math.max(least(each.dataset.size), most));
  return true;
}

function fit() {
  if (kept.of !== identity()) kept = { of: identity(), sizes: {} };
  document.body.className = "";
  stage.removeAttribute("tabindex");
  delete stage.dataset.whole;
  const made = stage.querySelector("[data-most]");
  let best = null;
  // A board without room loses the ends of its wordings, cards the words of their scales: each goal can be had by itself, large.
  const briefs = made && made.dataset.size === "board" && !isHandheld() ? BRIEFS[made.classList.contains("lines") ? "lines" : "cards"] : [""];
  for (const brief of briefs) {
    if (best) break;
    stage.dataset.brief = brief;
    for (let across = 1; across <= (made ? Number(made.dataset.most) : 1); across++) {
      if (made) spread(made, across);
      if (!shape()) continue;
      const px = (made || stage.firstElementChild).px || 1;
      if (!best || px > best.px) best = { px, across, sizes: blocks().map((each) => each.px) };
    }
  }
  if (!best) {
    if (made) spread(made, 1);
    shape();
    document.body.className = "scrolls";
    stage.tabIndex = 0; // so that keys can scroll it
    return;
  }
  if (made) spread(made, best.across);
  blocks().forEach((each, index) => size(each, best.sizes[index]));
  stage.dataset.whole = "";
  if (!fits() || stage.dataset.brief) delete stage.dataset.whole;
  for (const each of blocks()) kept.sizes[each.dataset.size] = Math.min(each.px, kept.sizes[each.dataset.size] ?? Infinity);
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
  source.addEventListener("again", (event) => {
    const first = proof === null;
    proof = JSON.parse(event.data);
    if (first) sayReady(proof.ready);
  });
  source.addEventListener("end", (event) => { end(JSON.parse(event.data)); });
  source.onerror = () => { source.close(); later(); };
}

// A window that was just opened would be black without a sign that it works.
function sayReady(text) {
  ending.textContent = text;
  ending.hidden = !text || isTile;
  setTimeout(() => { if (!over) ending.hidden = true; }, READY_FOR);
}

// The session is over: nothing is asked any more, and nothing of it is left in the page. The supervisor's own window
// alone waits for the next one.
function end(said) {
  over = true;
  source.close();
  if (secret && proof) setTimeout(goOn, NEXT_AFTER, proof);
  view = proof = null;
  render();
  root.lang = said.language;
  ending.textContent = said.text;
  ending.hidden = false;
}

// One window serves the whole day. Whoever listens there now must prove to be the same program before it is told the
// secret; what it answers is the address of the next session, in place of ours.
async function goOn(known) {
  const once = { cache: "no-store", signal: AbortSignal.timeout(SILENT_AFTER) };
  try {
    const said = await fetch(`/after/${known.name}`, once);
    if (said.ok && (await said.text()) === known.answer) {
      const way = await fetch("/on", { ...once, headers: { "X-Window": secret } });
      if (way.ok) {
        history.replaceState(null, "", await way.text());
        secret = ownSecret();
        over = false;
        ending.hidden = true;
        listen();
        return;
      }
    }
  } catch { /* nobody listens there yet */ }
  setTimeout(goOn, NEXT_AFTER, known);
}

function hear(now) {
  heard = performance.now();
  if (now !== null && now !== undefined) offset = now - heard;
}

function watch() {
  const silence = performance.now() - heard;
  if (over) return;
  root.classList.toggle("lost", view !== null && silence > FAINT_AFTER);
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
  if (event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ")) return;
  if (secret && Object.hasOwn(VERBS, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    if (!event.repeat && !over) pass(VERBS[event.key]);
    return;
  }
  if ((event.key === "f" || event.key === "F" || event.key === "Enter") && !event.ctrlKey && !event.metaKey && !event.altKey) fullScreen();
});
document.addEventListener("dblclick", fullScreen);
let secret = ownSecret();
root.classList.toggle("tile", isTile);
listen();
setInterval(watch, 1000);
