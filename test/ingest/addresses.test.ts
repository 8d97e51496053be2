import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, test } from "node:test";
import { manualClock } from "#src/core/clock.ts";
import { createFetcher } from "#src/ingest/index.ts";

const clock = manualClock("2027-01-01T00:00:00Z");

/** Everything that must not be called, as a configured address or as the answer of a resolver. */
const hosts = [
  "127.0.0.1",
  "127.1",
  "127.0.1.1",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0177.0.0.1",
  "0x7f.1",
  "017700000001",
  "0.0.0.0",
  "0",
  "0.1.2.3",
  "10.0.0.1",
  "10.255.255.255",
  "167772161",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.0.1",
  "192.168.255.255",
  "3232235521",
  "169.254.169.254",
  "169.254.0.1",
  "2852039166",
  "0xa9fea9fe",
  "100.64.0.1",
  "100.127.255.255",
  "192.0.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
  "192.88.99.1",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::ffff:10.0.0.1]",
  "[::ffff:169.254.169.254]",
  "[::ffff:192.168.1.1]",
  "[::127.0.0.1]",
  "[fc00::1]",
  "[fd00::1]",
  "[fdff:ffff::1]",
  "[fe80::1]",
  "[febf::1]",
  "[ff02::1]",
  "[ff0e::1]",
  "[2001:db8::1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b::a9fe:a9fe]",
  "[2002:7f00:1::]",
  "[2002:a00:1::]",
  "[2001::1]",
  "[100::1]",
  "[fec0::1]",
  "[::10.0.0.1]",
  "[4000::1]",
];
const answers = [
  "127.0.0.1",
  "10.1.2.3",
  "172.20.0.5",
  "192.168.1.10",
  "169.254.169.254",
  "100.100.100.200",
  "0.0.0.0",
  "224.0.0.251",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fd12:3456::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "64:ff9b::7f00:1",
  "ff02::1",
  "2002:7f00:1::",
  "not-an-address",
];
const schemes = [
  "file:///etc/passwd",
  "ftp://a.example/",
  "gopher://a.example/",
  "data:text/html,x",
  "javascript:1",
  "blob:x",
  "ws://a.example/",
  "unix:/run/x",
  "http://user:secret@a.example/",
  "https://token@a.example/",
  "//a.example/x",
  "",
  "http://",
  "http://[::1",
  "about:blank",
  "jar:http://a.example/",
  "dict://127.0.0.1:11211/",
  "ldap://127.0.0.1/",
];

let connections = 0;
const trap = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
await new Promise<void>((done) => trap.listen(0, done));
const bound = trap.address();
const port = typeof bound === "object" && bound !== null ? bound.port : 0;
after(() => trap.close());

test("200 forbidden addresses: 0 connections, each refused with a reason", async () => {
  let cases = 0;
  const refuse = async (fetcher: ReturnType<typeof createFetcher>, url: string) => {
    cases += 1;
    const result = await fetcher.fetchSource({ url });
    assert.equal(result.kind, "failed", url);
    assert.match(result.kind === "failed" ? result.reason : "", /^refused: /, url);
  };
  const plain = createFetcher({ clock, resolve: () => Promise.reject(new Error("no name should be asked")) });
  for (const host of hosts) {
    await refuse(plain, `http://${host}:${port}/x`);
    await refuse(plain, `https://${host}:${port}/x`);
  }
  for (const url of schemes) await refuse(plain, url);
  await plain.close();
  for (const address of answers) {
    for (const others of [[address], ["93.184.216.34", address], [address, "2606:2800:220:1::1"]]) {
      const fetcher = createFetcher({ clock, resolve: () => Promise.resolve(others) });
      await refuse(fetcher, `http://innocent.example:${port}/`);
      await fetcher.close();
    }
  }
  assert.ok(cases >= 200, `${cases} cases`);
  assert.equal(connections, 0);
  console.log(`${cases} forbidden addresses, ${connections} connections`);
});

test("metadata and unspecified addresses stay forbidden where private ones are allowed", async () => {
  const fetcher = createFetcher({ clock, allowPrivate: true });
  for (const host of ["169.254.169.254", "0.0.0.0", "[fe80::1]", "224.0.0.1", "255.255.255.255"]) {
    const result = await fetcher.fetchSource({ url: `http://${host}:${port}/` });
    assert.match(result.kind === "failed" ? result.reason : "", /^refused: /, host);
  }
  await fetcher.close();
  assert.equal(connections, 0);
});
