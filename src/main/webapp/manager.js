/*
 * imip-agent's manager: what keys, a mouse and a form gain where scripts run. Every page works without this file: it
 * presses buttons and opens addresses that the page has, fetches nothing, and changes nothing by itself.
 * What it may do and with what words, the page says in data- attributes.
 */
(() => {
  "use strict";

  const page = document.documentElement;
  const base = new URL("..", document.currentScript.src);
  const DAY = 24 * 60;
  const STEP = 15;

  const first = (selector, within = document) => within.querySelector(selector);
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isShown = (element) => element.getClientRects().length > 0;
  const address = (path) => new URL(path, base).href;
  const isText = (field) => Boolean(field?.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=submit])"));

  /** What the next page is to know. A browser may refuse to keep anything. */
  const memory = {
    write(name, value) {
      try { sessionStorage.setItem(name, JSON.stringify(value)); } catch { /* Then it is not known. */ }
    },
    take(name) {
      try {
        const value = JSON.parse(sessionStorage.getItem(name));
        sessionStorage.removeItem(name);
        return value;
      } catch {
        return null;
      }
    },
  };

  /** Says something to who listens to the page, when the page has been read. */
  function announce(words) {
    let status = first("#announced");
    if (!status) {
      status = document.createElement("p");
      status.id = "announced";
      status.className = "hidden";
      status.role = "status";
      first("main").append(status);
    }
    setTimeout(() => { status.textContent = words; }, 200);
  }

  // ---- Days and times: a day is 2026-11-24, a time of day is minutes after midnight

  const dayNumber = (day) => Date.parse(day + "T00:00Z") / 86_400_000;
  const dayOf = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
  const later = (day, days) => dayOf(dayNumber(day) + days);
  const clock = (minutes) => [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
  const moment = (day, minutes) => later(day, Math.floor(minutes / DAY)) + "T" + clock(minutes % DAY);

  /** As the pages write it: the language says whether there is a morning and an afternoon. */
  function spoken(minutes) {
    const format = page.lang === "ar" ? { hour: "numeric", hourCycle: "h12" } : { hour: "2-digit", hourCycle: "h23" };
    return new Intl.DateTimeFormat(page.lang + "-u-nu-latn", { ...format, minute: "2-digit", timeZone: "UTC" }).format(minutes * 60_000);
  }

  // ---- Keys

  const VIEWS = { m: "month", w: "week", d: "day", l: "list" };
  const PLACES = { c: "", r: "requests", a: "activity", s: "profile" };
  const LINKS = { t: ".time a:not([rel])", n: "a[rel=next]", p: "a[rel=prev]", c: ".create a", f: "header.site a[href$='/find-a-time']" };
  const ITEMS = ".agenda .chip, .waiting h2 a, .found .what a";

  /** Opens what the page has a link to; else an address, if there is one. */
  function open(link, otherwise) {
    if (link) {
      link.click();
    } else if (otherwise !== undefined) {
      location.assign(address(otherwise));
    }
  }

  /** To the next of a list, or to the one before; false where the page has no list. */
  function step(by) {
    const items = every(ITEMS).filter(isShown);
    const at = items.indexOf(document.activeElement);
    items[Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + by))]?.focus();
    return items.length > 0;
  }

  function search() {
    const field = first("header .search input[name=q]");
    field?.focus();
    field?.select();
  }

  const keys = {
    t: () => open(first(LINKS.t), ""),
    n: () => open(first(LINKS.n)),
    p: () => open(first(LINKS.p)),
    j: () => step(1) || keys.n(),
    k: () => step(-1) || keys.p(),
    c: () => open(first(LINKS.c), "new"),
    f: () => open(first(LINKS.f)),
    "/": search,
    "?": () => open(null, "profile#keys"),
  };
  for (const [key, view] of Object.entries(VIEWS)) {
    keys[key] = () => open(first(`.views a[href*='view=${view}']`), "?view=" + view);
  }

  /** The letter of a key; where the keyboard has other letters, the one in its place. */
  function letter(event) {
    const isOwn = /^[ -~]$/.test(event.key);
    const place = /^Key([A-Z])$/.exec(event.code);
    return isOwn ? (event.shiftKey ? event.key : event.key.toLowerCase()) : place ? place[1].toLowerCase() : event.key;
  }

  function listenToKeys() {
    let goes = false;
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target.matches(".search input")) {
        event.target.blur();
      } else if (event.key === "Escape" && location.hash === "#keys" && document.referrer.startsWith(location.origin) && !isText(event.target)) {
        history.back();
      }
      if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey
          || isText(event.target) || event.target.isContentEditable || event.key === "Shift") {
        return;
      }
      const key = letter(event);
      const does = goes ? key in PLACES && (() => open(null, PLACES[key])) : Object.hasOwn(keys, key) && keys[key];
      goes = !goes && key === "g";
      if (does) {
        event.preventDefault();
        does();
      }
    });
    for (const [key, selector] of Object.entries({ ...LINKS, "/": "header .search input[name=q]" })) {
      first(selector)?.setAttribute("aria-keyshortcuts", key);
    }
  }

  // ---- Drag: over what is free for a new event, an event to another time. What comes of it is an address.

  const isWide = () => matchMedia("(min-width: 48rem)").matches;
  const holds = (box, x, y) => x >= box.left && x < box.right && y >= box.top && y < box.bottom;

  /** The days of a grid in their order: what is coloured of each, and the box that a pointer is in. */
  class Days {
    constructor(grid) {
      this.grid = grid;
      this.isHours = grid.matches(".hours");
      this.cells = every(".day", grid).map((day) => this.isHours ? first(".above", day) : day);
      this.tracks = every(".track", grid);
    }
    day(index) { return later(this.grid.dataset.day, index); }
    /** The day below a pointer, -1 for none. */
    at(x, y) {
      return this.isHours
        ? this.tracks.findIndex((track) => { const box = track.getBoundingClientRect(); return x >= box.left && x < box.right; })
        : this.cells.findIndex((cell) => holds(cell.getBoundingClientRect(), x, y));
    }
    mark(from, to) {
      this.cells.forEach((cell, i) => cell.classList.toggle("picked", i >= Math.min(from, to) && i <= Math.max(from, to)));
    }
    /** Minutes after midnight at a height of the hours. */
    minutes(y) {
      const box = this.tracks[0].getBoundingClientRect();
      const hours = every(".side span", this.grid).length;
      return Number(this.grid.dataset.hour) * 60 + (y - box.top) / box.height * hours * 60;
    }
    /** The last minute that is drawn. */
    end() { return (Number(this.grid.dataset.hour) + every(".side span", this.grid).length) * 60; }
  }

  /** What would be, drawn over the hours of a day. */
  class Shadow {
    constructor(days) {
      this.days = days;
      this.box = document.createElement("div");
      this.box.className = "shadow";
      this.box.setAttribute("aria-hidden", "true");
    }
    show(day, from, to) {
      const top = Number(this.days.grid.dataset.hour) * 60;
      const row = (minutes, round) => Math.max(1, round((minutes - top) / STEP) + 1);
      this.box.style.setProperty("grid-row", row(from, Math.floor) + " / " + Math.max(row(from, Math.floor) + 1, row(Math.min(to, this.days.end()), Math.ceil)));
      this.box.textContent = spoken(from) + " – " + spoken(to % DAY);
      this.days.tracks[day].append(this.box);
    }
    clear() { this.box.remove(); }
  }

  /** A new event, over the hours of one day. */
  function freeTime(days, x, y) {
    const day = days.at(x, y);
    const shadow = new Shadow(days);
    const slot = (at) => Math.max(0, Math.min(days.end() - STEP, Math.floor(days.minutes(at) / STEP) * STEP));
    const start = slot(y);
    let from = start;
    let to = start + STEP;
    return {
      move(_, at) {
        from = Math.min(start, slot(at));
        to = Math.max(start, slot(at)) + STEP;
        shadow.show(day, from, to);
      },
      drop: () => "new?start=" + moment(days.day(day), from) + "&end=" + moment(days.day(day), to),
      clear: () => shadow.clear(),
    };
  }

  /** A new event of whole days. */
  function freeDays(days, x, y) {
    const start = days.at(x, y);
    let end = start;
    return {
      move(toX, toY) {
        const at = days.at(toX, toY);
        end = at < 0 ? end : at;
        days.mark(start, end);
      },
      drop: () => "new?start=" + days.day(Math.min(start, end)) + "&end=" + days.day(Math.max(start, end)),
      clear: () => days.mark(-2, -2),
    };
  }

  /** Where an event is opened to be moved. Nothing has changed before the person confirms it there. */
  function moved(chip, query) {
    const isOwn = chip.matches(".mine, .hosting");
    return chip.getAttribute("href") + "?move=1&" + query + (isOwn ? "" : "#counter-start");
  }

  /** An event over its hours: all of it, or its end alone. */
  function timed(days, chip, x, y, isEnd) {
    const line = chip.closest("li");
    const [start, stop] = line.dataset.at.split("-").map(Number);
    const begun = days.at(x, y);
    const grabbed = days.minutes(y);
    const shadow = new Shadow(days);
    let [day, from, to] = [begun, start, stop];
    return {
      move(toX, toY) {
        const steps = Math.round((days.minutes(toY) - grabbed) / STEP) * STEP;
        if (isEnd) {
          to = Math.max(start + STEP, Math.min(DAY, stop + steps));
        } else {
          const at = days.at(toX, toY);
          day = at < 0 ? day : at;
          from = Math.max(0, Math.min(DAY - STEP, start + steps));
          to = from + stop - start;
        }
        shadow.show(day, from, to);
      },
      drop: () => day === begun && from === start && to === stop
        ? null
        : moved(chip, "start=" + moment(days.day(day), from) + "&end=" + moment(days.day(day), to)),
      clear: () => shadow.clear(),
    };
  }

  /** An event to other days, at the same time. */
  function byDays(days, chip, x, y) {
    const begun = days.at(x, y);
    let day = begun;
    return {
      move(toX, toY) {
        const at = days.at(toX, toY);
        day = at < 0 ? day : at;
        days.mark(day, day);
      },
      drop: () => day === begun ? null : moved(chip, "days=" + (day - begun)),
      clear: () => days.mark(-2, -2),
    };
  }

  /** The last day of an event of several, at the end of its bar. */
  function lengthened(days, chip, x, y) {
    const line = chip.closest("li");
    const begun = days.at(x, y);
    const drawn = Number(/span-(\d+)/.exec(line.className)[1]);
    const earliest = line.matches(".continued") ? 0 : begun - drawn + 1;
    let end = begun;
    return {
      move(toX, toY) {
        const at = days.at(toX, toY);
        end = at < 0 ? end : Math.max(earliest, at);
        days.mark(begun - drawn + 1, end);
      },
      drop: () => end === begun ? null : moved(chip, "longer=" + (end - begun)),
      clear: () => days.mark(-2, -2),
    };
  }

  /** What a pointer takes hold of at its place; null for nothing. */
  function taken(event) {
    const grid = event.target.closest("[data-day]");
    const isGrid = grid && (isWide() || grid.matches(".one-day"));
    if (!isGrid) {
      return null;
    }
    const days = new Days(grid);
    const { clientX: x, clientY: y } = event;
    const line = event.target.closest("li");
    if (line) {
      const chip = first(".chip", line);
      if (chip.matches(".cancelled") || days.at(x, y) < 0) {
        return null;
      }
      const isEnd = event.target === line;
      return line.dataset.at ? timed(days, chip, x, y, isEnd)
        : isEnd && line.matches(".bars *") ? lengthened(days, chip, x, y)
        : byDays(days, chip, x, y);
    }
    if (event.target.closest("a, h2, button") || days.at(x, y) < 0) {
      return null;
    }
    return event.target.closest(".track") ? freeTime(days, x, y)
      : event.target.closest(".day") ? freeDays(days, x, y) : null;
  }

  /** A new event where two clicks were: as long as events usually are. */
  const beginning = (asked) => asked
    .replace(/:(\d\d)&.*/, (_, minute) => minute < 30 ? ":00" : ":30")
    .replace(/start=([^T]*)&.*/, "date=$1");

  /** After a drag, the click that ends it opens nothing. */
  function swallowClick() {
    const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, { capture: true }));
  }

  function listenToPointer() {
    let held = null;
    let isDragging = false;
    let from = { x: 0, y: 0 };
    let at = from;

    function end() {
      held?.clear();
      held = null;
      isDragging = false;
      page.classList.remove("dragging");
    }
    function begin() {
      isDragging = true;
      page.classList.add("dragging");
      getSelection().removeAllRanges();
      requestAnimationFrame(scrollAtEdges);
    }
    function scrollAtEdges() {
      if (!isDragging) {
        return;
      }
      const by = at.y < 40 ? -8 : at.y > innerHeight - 40 ? 8 : 0;
      if (by !== 0) {
        scrollBy({ top: by, behavior: "instant" });
        held.move(at.x, at.y);
      }
      requestAnimationFrame(scrollAtEdges);
    }

    // A finger scrolls: only what points without touching, and a pen, drags.
    document.addEventListener("pointerdown", (event) => {
      if (event.isPrimary && event.button === 0 && event.pointerType !== "touch" && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        held = taken(event);
        from = { x: event.clientX, y: event.clientY };
      }
    });
    document.addEventListener("pointermove", (event) => {
      at = { x: event.clientX, y: event.clientY };
      if (held && !isDragging && Math.hypot(at.x - from.x, at.y - from.y) > 5) {
        begin();
      }
      if (isDragging) {
        held.move(at.x, at.y);
      }
    });
    document.addEventListener("pointerup", () => {
      const to = isDragging ? held.drop() : null;
      if (isDragging) {
        swallowClick();
      }
      end();
      if (to) {
        location.assign(address(to));
      }
    });
    document.addEventListener("pointercancel", end);
    document.addEventListener("dragstart", (event) => { if (held) { event.preventDefault(); } });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isDragging) {
        event.preventDefault();
        end();
      }
    }, { capture: true });
    // The edge of an event lies over it: a click there is meant for the event.
    document.addEventListener("click", (event) => { if (event.target.matches("li[data-at], .bars li")) { first(".chip", event.target).click(); } });
    document.addEventListener("dblclick", (event) => {
      const what = event.target.closest("li") ? null : taken(event);
      if (what) {
        location.assign(address(beginning(what.drop())));
      }
    });
  }

  // ---- The form of an event

  const MATTERS = new Set(["start-date", "start-time", "end-date", "end-time", "all-day", "repeat", "every", "day", "by", "until", "times", "skip", "also", "people", "guest", "scope"]);
  const value = (field) => field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;

  /** The fields of a form by a name that the form has again on its next page. */
  const GUEST = "people ";

  function named(form) {
    const fields = new Map();
    for (const field of form.elements) {
      if (field.name && field.type !== "hidden" && field.type !== "submit") {
        if (field.name === "people") {
          fields.set(GUEST + field.value, field);
          continue;
        }
        let n = 0;
        while (fields.has(field.name + " " + field.type + " " + n)) {
          n++;
        }
        fields.set(field.name + " " + field.type + " " + n, field);
      }
    }
    return fields;
  }

  /** The end moves along with the start, as the server has it where scripts do not run. */
  function moveEnds(form) {
    const read = (which) => {
      const date = form.elements[which + "-date"].value;
      const time = form.elements["all-day"].checked ? "00:00" : form.elements[which + "-time"].value;
      return Date.parse(date + "T" + time + "Z");
    };
    let was = read("start");
    form.addEventListener("change", (event) => {
      const is = read("start");
      const end = new Date(read("end") + is - was);
      if (event.target.name?.startsWith("start-") && !Number.isNaN(end.getTime()) && is !== was) {
        form.elements["end-date"].value = end.toISOString().slice(0, 10);
        if (!form.elements["all-day"].checked) {
          form.elements["end-time"].value = end.toISOString().slice(11, 16);
        }
      }
      was = Number.isNaN(is) ? was : is;
    });
  }

  /** Who is chosen among those suggested goes to the list at once: the field is free for the next. Enter adds who is typed. */
  function collectGuests(form) {
    const { guest } = form.elements;
    const add = () => {
      const who = guest.value.trim();
      if (who) {
        const box = listed(form, who);
        box.checked = true;
        guest.value = "";
        box.dispatchEvent(new Event("change", { bubbles: true }));
      }
    };
    guest.addEventListener("input", (event) => {
      if (event.inputType === "insertReplacementText" || event.inputType === undefined) {
        add();
      }
    });
  }

  /** The box of a guest in the list, which is made where there is none. */
  function listed(form, who) {
    const known = every("[name=people]", form).find((box) => box.value === who);
    if (known) {
      return known;
    }
    const name = document.createElement("bdi");
    name.textContent = who;
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "people", value: who });
    const label = document.createElement("label");
    label.className = "check";
    label.append(box, " ", name);
    const item = document.createElement("li");
    item.append(label);
    first(".guest-list", form).append(item);
    return box;
  }

  /**
   * Presses the button for the preview when what it tells has changed, and nobody is typing: a field that was touched is
   * left first. The next page goes on where this one was, with the focus, the place, and what was typed meanwhile.
   */
  function keepPreview(form, button) {
    const always = first("#check-always");
    let touched = null;
    let isWanted = false;
    let timer = 0;
    let sent = null;

    // Nobody's page is changed for the next one before they asked for a preview, or for this.
    always.checked = memoryOfChoice() === "on" || (memoryOfChoice() !== "off" && first(".preview") !== null);
    always.closest("label").hidden = false;
    always.addEventListener("change", () => memoryOfChoice(always.checked ? "on" : "off"));

    function wait() {
      clearTimeout(timer);
      if (isWanted && always.checked) {
        timer = setTimeout(press, 900);
      }
    }
    function press() {
      if (!touched && !sent && form.checkValidity()) {
        sent = new Map([...named(form)].map(([name, field]) => [name, value(field)]));
        button.formAction = button.formAction.replace(/#.*/, "");
        form.requestSubmit(button);
      }
    }
    form.addEventListener("change", (event) => {
      isWanted ||= MATTERS.has(event.target.name);
      touched = event.target.matches("select") ? null : touched;
      wait();
    });
    for (const kind of ["input", "keydown", "pointerdown"]) {
      form.addEventListener(kind, (event) => {
        touched = isText(event.target) && event.key !== "Tab" ? event.target : touched;
        wait();
      }, { passive: true });
    }
    form.addEventListener("focusout", () => { touched = null; wait(); });
    addEventListener("scroll", wait, { passive: true });
    addEventListener("pagehide", () => { if (sent) { remember(form, sent); } });
    if (recall(form)) {
      isWanted = [...named(form)].some(([, field]) => MATTERS.has(field.name) && field.dataset.typed);
      wait();
    }
  }

  /** Whether the person wants the preview kept up to date: "off" or "on", in this browser. */
  function memoryOfChoice(choice) {
    try {
      if (choice) {
        localStorage.setItem("preview", choice);
      }
      return localStorage.getItem("preview");
    } catch {
      return choice;
    }
  }

  function remember(form, sent) {
    const fields = [...named(form)];
    const focused = fields.find(([, field]) => field === document.activeElement);
    memory.write("form", {
      action: form.getAttribute("action"),
      scroll: scrollY,
      focus: focused?.[0],
      caret: focused && /text|search|url/.test(focused[1].type) ? [focused[1].selectionStart, focused[1].selectionEnd] : null,
      typed: fields.map(([name, field]) => [name, value(field)]).filter(([name, now]) => sent.get(name) !== now),
      open: every("details", form).map((details) => details.open),
    });
  }

  /** Whether the page goes on with what another one remembered. */
  function recall(form) {
    const kept = memory.take("form");
    if (!kept || kept.action !== form.getAttribute("action")) {
      return false;
    }
    const fields = named(form);
    for (const [name, was] of kept.typed) {
      const field = fields.get(name) ?? (name.startsWith(GUEST) ? listed(form, name.slice(GUEST.length)) : null);
      if (field) {
        field[typeof was === "boolean" ? "checked" : "value"] = was;
        field.dataset.typed = "";
      }
    }
    every("details", form).forEach((details, i) => { details.open ||= kept.open[i]; });
    const focused = fields.get(kept.focus);
    focused?.focus({ preventScroll: true });
    if (focused && kept.caret) {
      focused.setSelectionRange(...kept.caret);
    }
    const settle = () => scrollTo({ top: kept.scroll, behavior: "instant" });
    settle();
    addEventListener("load", settle, { once: true });
    const told = first(".will-mail") ?? first(".preview p") ?? first(".problems p");
    if (told) {
      announce(told.textContent);
    }
    return true;
  }

  /** A form is sent once, and what was written in it is not left without a question. */
  function guardForms() {
    const edited = first("form.edit");
    const isMoved = new URLSearchParams(location.search).has("move");
    let isEdited = Boolean(edited && !isMoved && first(".preview, .problems, article > .notice.bad"));
    let isLeaving = false;
    let isSent = false;
    edited?.addEventListener("input", (event) => { isEdited ||= event.target.id !== "check-always"; });
    document.addEventListener("submit", (event) => {
      if (event.target.method === "post") {
        if (isSent) {
          event.preventDefault();
        }
        isLeaving = true;
        isSent = event.submitter?.value !== "check";
      }
    });
    addEventListener("pageshow", (event) => { if (event.persisted) { isLeaving = isSent = false; } });
    addEventListener("beforeunload", (event) => { if (isEdited && !isLeaving) { event.preventDefault(); } });
  }

  // ---- What is on the page, narrowed while a word is typed

  const GROUPS = ".agenda section, .found, .settings section, .column section";
  const ROWS = ".agenda li, .waiting > li, .found > li, .settings .preference, .settings .shortcuts";
  const LETTERS = { "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ı": "i" };
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[øæœßłđı]/g, (it) => LETTERS[it]);
  const words = (text) => folded(text).split(/[\s"]+/).filter(Boolean);

  function narrow(field) {
    const rows = every(ROWS).map((row) => [row, folded(row.textContent)]);
    const searched = words(field.defaultValue);
    const told = first(".narrowed") ?? document.createElement("p");
    told.className = "narrowed";
    told.role = "status";
    if (rows.length > 0) {
      first("main").prepend(told);
    }
    field.addEventListener("input", () => {
      const asked = words(field.value).filter((word) => !searched.includes(word));
      let left = 0;
      for (const [row, text] of rows) {
        row.hidden = !asked.every((word) => text.includes(word));
        left += row.hidden ? 0 : 1;
      }
      for (const group of every(GROUPS)) {
        group.hidden = asked.length > 0 && !rows.some(([row]) => group.contains(row) && !row.hidden) && rows.some(([row]) => group.contains(row));
      }
      told.textContent = asked.length === 0 ? "" : first("[data-count]").dataset.count.replace("{number}", left);
    });
  }

  // ---- The zone, and the time it is

  /** Proposes the zone of the browser where it is not the one that is offered. */
  function askForZone(form) {
    const named = (zone) => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    const own = named(undefined);
    const field = first("[name=TZID]", form);
    if (own && own !== named(field.value)) {
      field.value = own;
      first("p", form).textContent = form.dataset.words.replace("{zone}", own);
      first("button", form).textContent = form.dataset.yes.replace("{zone}", own);
    }
  }

  function moveNow(line) {
    const begun = Date.now();
    setInterval(() => {
      const minutes = (Date.now() - begun) / 60_000;
      line.style.setProperty("translate", `0 calc(var(--slot) * ${(minutes / STEP).toFixed(3)})`);
    }, 60_000);
  }

  /** Who asks for today sees the time it is. */
  function showNow(line) {
    first(LINKS.t)?.addEventListener("click", () => memory.write("today", true));
    if (memory.take("today") && line) {
      const box = line.getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight) {
        line.scrollIntoView({ block: "center", behavior: "instant" });
      }
    }
  }

  // ---- Each where the page has something for it

  page.classList.add("scripted");
  guardForms();
  every("[name=q]").forEach(narrow);
  if (document.body.dataset.keys) {
    listenToKeys();
  }
  if (first("[data-day]")) {
    const line = first(".now-line");
    listenToPointer();
    showNow(line);
    if (line) {
      moveNow(line);
    }
  }
  const zone = first(".zone-question");
  if (zone) {
    askForZone(zone);
  }
  const button = first("form.edit button[value=check]:not(.hidden)");
  if (button) {
    moveEnds(button.form);
    collectGuests(button.form);
    keepPreview(button.form, button);
  }
})();
