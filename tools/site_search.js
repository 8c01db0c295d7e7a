// Searching in the page itself: nothing is sent anywhere. Forms of a word are told by their beginnings.
"use strict";
(() => {
  const box = document.querySelector(".search"), field = document.getElementById("search");
  const found = document.getElementById("found");
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const rows = [...document.querySelectorAll(".rows > li")].map((row) => ({
    row,
    name: words(row.querySelector("h2, h3").textContent),
    about: words(row.querySelector("p").textContent),
    near: (row.dataset.near || "").split(";").filter(Boolean).map((pair) => {
      const [said, place] = pair.split("=");
      return { words: words(said), weight: 2 - 0.15 * place };
    }),
    home: row.parentElement,
  }));
  const SURELY = 4, ENDING = 4;

  // 1 for the word itself, less for a part or another form of it, 0 for another word.
  const likeness = (wanted, word) => {
    if (word === wanted) return 1;
    if (word.startsWith(wanted)) return 0.8;
    if (wanted.length > 3 && word.includes(wanted)) return 0.6;
    if (wanted.length > SURELY + ENDING && word.includes(wanted.slice(0, -ENDING))) return 0.5;
    let same = 0;
    while (same < Math.min(word.length, wanted.length) && word[same] === wanted[same]) same += 1;
    return same >= SURELY && same >= 0.6 * Math.max(word.length, wanted.length) ? 0.5 : 0;
  };
  const best = (wanted, listed) => listed.reduce((most, word) => Math.max(most, likeness(wanted, word)), 0);
  const nearest = (wanted, near) => near.reduce((most, { words, weight }) => Math.max(most, weight * best(wanted, words)), 0);
  const score = (each, all) => {
    let sum = 0;
    for (const wanted of all) {
      const one = Math.max(3 * best(wanted, each.name), nearest(wanted, each.near), best(wanted, each.about));
      if (!one) return 0;
      sum += one;
    }
    return sum;
  };

  const list = () => {
    const all = words(field.value);
    document.body.classList.toggle("searching", all.length > 0);
    for (const each of rows) each.score = all.length ? score(each, all) : 1;
    const sorted = all.length ? [...rows].sort((a, b) => b.score - a.score) : rows;
    for (const each of sorted) {
      each.row.hidden = !each.score;
      each.home.append(each.row);
    }
    for (const section of document.querySelectorAll("main section"))
      section.hidden = !section.querySelector("li:not([hidden])");
    // The best group first: the order of the page is put back when nothing is searched.
    const sections = [...document.querySelectorAll("main section")];
    if (sections.length) {
      const top = (section) => Math.max(...rows.filter((each) => section.contains(each.row)).map((each) => each.score));
      const first = sections.map((section) => Number(section.dataset.place));
      sections.sort((a, b) => (all.length ? top(b) - top(a) : 0) || a.dataset.place - b.dataset.place);
      if (first.length) for (const section of sections) section.parentElement.append(section);
    }
    const count = rows.filter((each) => each.score).length;
    found.textContent = !all.length ? "" : count ? `${found.dataset.found}: ${count}` : found.dataset.none;
  };

  document.querySelectorAll("main section").forEach((section, place) => { section.dataset.place = place; });
  box.hidden = false;
  field.addEventListener("input", list);
  field.addEventListener("keydown", (event) => { if (event.key === "Escape") { field.value = ""; list(); } });
  if (field.value) list();
})();
