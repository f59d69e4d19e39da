/**
 * The worker that runs the compiler, as source text: it then needs no file of its own, neither in src
 * nor in dist. One warm instance answers every request; a crash ends the worker.
 */
export const WORKER_SOURCE = `
"use strict";
// WASI is marked experimental in Node 20; the warning would land in the user's terminal.
process.emitWarning = () => {};
const { parentPort, workerData } = require("node:worker_threads");
const { readFileSync } = require("node:fs");
const { brotliDecompressSync } = require("node:zlib");
const { WASI } = require("node:wasi");

async function start() {
  const wasi = new WASI({ version: "preview1", args: ["compiler"], env: {}, preopens: {} });
  const module = await WebAssembly.compile(brotliDecompressSync(readFileSync(workerData.path)));
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
  wasi.initialize(instance);
  return instance.exports;
}

const ready = start();
parentPort.on("message", async ({ id, request }) => {
  const { reserve, compile, answer, memory } = await ready;
  const bytes = Buffer.from(request, "utf8");
  const at = reserve(bytes.length) >>> 0;
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  const length = compile() >>> 0;
  const from = answer() >>> 0;
  const text = Buffer.from(new Uint8Array(memory.buffer, from, length)).toString("utf8");
  parentPort.postMessage({ id, text });
});
`;
