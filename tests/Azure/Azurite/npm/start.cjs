// Starts Azurite with two changes that tests need:
// - its clock: a request that carries the header "x-samkjop-now" (ISO 8601) is served at that instant, from the check of its signature to the
//   Last-Modified of what it writes. Requests without it are served at wall time. So many tests, each with a clock of its own, share one Azurite.
// - its end: it ends when its standard input closes, and so never outlives the test process, however that ends.
"use strict";

const { AsyncLocalStorage } = require("node:async_hooks");
const https = require("node:https");

const instants = new AsyncLocalStorage();
const WallDate = Date;
const now = () => instants.getStore() ?? WallDate.now();

globalThis.Date = new Proxy(WallDate, {
    apply: () => new WallDate(now()).toString(),
    construct: (target, parts, asked) => Reflect.construct(target, parts.length === 0 ? [now()] : parts, asked),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

const emit = https.Server.prototype.emit;
https.Server.prototype.emit = function (event, ...parts) {
    const told = event === "request" ? parts[0].headers["x-samkjop-now"] : undefined;
    return told === undefined ? emit.call(this, event, ...parts) : instants.run(WallDate.parse(told), () => emit.call(this, event, ...parts));
};

process.stdin.resume().on("close", () => process.exit(0)).on("error", () => process.exit(0));

require("azurite/dist/src/azurite.js");
