import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, it } from "node:test";
import { isoOf, systemClock } from "#src/core/clock.ts";
import { channelId, DEFAULT_SUBSCRIPTION } from "#src/core/subscription.ts";
import { createFetcher } from "#src/ingest/fetch.ts";
import { silentLog } from "#src/lib/log.ts";
import type { Kept } from "#src/platforms/discord/drafts.ts";
import { createDiscordPlatform } from "#src/platforms/discord/index.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { createFound } from "#src/wiring/found.ts";
import { readSentBytes } from "#src/ingest/sent.ts";
import { attachmentHosts, createOpenFile } from "#src/wiring/sent-files.ts";
import { startRig as startSlack } from "../slack/start.ts";
import { exampleGuild, RIGHTS, startFakeDiscord, type StoredMessage } from "#test/fakes/discord/index.ts";
import { startLiving } from "../living.ts";
import { messagesFor, specs, startWorld } from "../world.ts";
import { startRig } from "./support.ts";

const MANAGER = { permissions: RIGHTS.manageChannels };
type Place = { workspace: string; channel: string };

void describe("what happened while the bot was away", () => {
  void it("a server that added it is found at the start, and again when an outage ends", async () => {
    const found: string[] = [];
    const onFound = async (places: Place[]) =>
      void found.push(...places.map((one) => `${one.workspace}/${one.channel}`));
    const rig = await startRig({
      handlers: { onFound },
      fake: { guilds: [exampleGuild("100", ["101"]), exampleGuild("300", ["301"])] },
    });
    assert.deepEqual(found.toSorted(), ["100/101", "300/301"]);
    rig.fake.leave("300", true);
    rig.fake.available("300");
    await rig.fake.until(() => found.length === 3);
    await rig.stop();
  });

  void it("a Slack channel that it was brought into is found at the start", async () => {
    const found: string[] = [];
    const again = await startSlack();
    await again.platform.stop();
    await again.platform.start({
      onCommand: () => Promise.reject(new Error("none")),
      onAutocomplete: async () => [],
      onJoin: async () => {},
      onFound: async (places) => void found.push(...places.map((one) => one.channel)),
    });
    for (let left = 100; left > 0 && found.length === 0; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const member = again.fake.state.settings.channels.filter((one) => one.member && !one.archived).map((one) => one.id);
    assert.deepEqual(found, member);
    await again.stop();
  });

  void it("is greeted once, over restarts too; never where something is watched, nor a flood of strangers", async () => {
    const living = await startLiving("2027-01-01");
    const greeted: string[] = [];
    const greet = async (place: Place & { platform: "slack" | "discord" | "terminal" | "replay" }) => {
      greeted.push(place.channel);
      await living.greet(place);
    };
    const start = () => createFound({ store: living.store, greet, log: silentLog });
    const watched = { platform: "slack" as const, workspace: "T1", channel: "C1" };
    await living.store.channels.save({
      ...watched,
      id: channelId("slack", "T1", "C1"),
      subscription: { ...DEFAULT_SUBSCRIPTION },
      class: "unknown",
      parked: null,
      created_at: isoOf(systemClock.now()),
    });
    const places = [watched, { ...watched, channel: "C2" }];
    await start().found([watched, { ...watched, channel: "C0" }]);
    assert.deepEqual(greeted, [], "the very first start of a bot on Slack says nothing");
    await start().found([...places, { ...watched, channel: "C0" }]);
    await start().found(places);
    assert.deepEqual(greeted, ["C2"]);
    const guild = { platform: "discord" as const, workspace: "100", channel: "101" };
    await start().found([guild]);
    await start().found([{ ...guild, channel: "102" }]);
    assert.deepEqual(greeted, ["C2", "101"], "a server is greeted once, whatever channel is its first now");
    await start().found(Array.from({ length: 21 }, (_, at) => ({ ...watched, channel: `D${at}` })));
    assert.equal(greeted.length, 2);
    await living.store.close();
  });

  void it("a form that is being filled in goes on after a restart, and a saved one does not come back", async () => {
    const fake = await startFakeDiscord({ bucket: null, maxConcurrency: 100, globalPerSecond: 1000 });
    const world = await startWorld();
    const start = async () => {
      const platform = createDiscordPlatform({
        token: fake.token,
        apiUrl: fake.apiUrl,
        clock: systemClock,
        log: silentLog,
        commands: specs,
        messages: messagesFor,
        drafts: openKeyv<Kept>(world.store, "forms"),
      });
      await platform.start(world.handlers);
      return platform;
    };
    const first = await start();
    const interaction = fake.slash({ channel: "101", command: "model-watch", subcommand: "setup", by: MANAGER });
    const form: StoredMessage = await fake.until(() => interaction.original);
    const part = (name: string) =>
      form.components
        .flatMap((row) => row["components"] as { custom_id: string; label?: string; placeholder?: string }[])
        .find((one) => one.label === name || one.placeholder?.startsWith(name))?.custom_id ?? "";
    const step = async (act: () => unknown) => {
      const before = form.edited_at ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 5));
      act();
      await fake.until(() => (form.edited_at ?? 0) > before, 5_000);
    };
    await step(() => fake.choose(form, part("Providers"), ["openai"], MANAGER));
    await first.stop();
    const second = await start();
    await step(() => fake.press(form, part("More settings"), MANAGER));
    assert.match(JSON.stringify(form.embeds), /openai/, "what was chosen before the restart stands");
    const save = part("Save");
    await step(() => fake.press(form, save, MANAGER));
    assert.deepEqual((await world.store.channels.get("discord:100:101"))?.subscription.providers, ["openai"]);
    await second.stop();
    await fake.close();
    await world.close();
  });
});

void describe("files beside a message", () => {
  const mail = [
    "From: Acme <news@acme.example>",
    "Subject: Retirement of acme-2",
    "Date: Mon, 02 Nov 2026 09:00:00 +0000",
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Transfer-Encoding: 8bit",
    "",
    "Très bien. The model acme-2 will be shut down on March 4, 2027.",
  ].join("\r\n");

  void it("are opened from Discord's own hosts alone, redirects included, and never when too big or of another kind", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/away") return response.writeHead(302, { location: "http://localhost:9/x.eml" }).end();
      return response.end(request.url === "/big.txt" ? "x".repeat(2_000_000) : Buffer.from(mail, "latin1"));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetcher = createFetcher({ clock: systemClock, allowPrivate: true });
    const open = createOpenFile(fetcher, attachmentHosts(`http://${host}/api`), readSentBytes);
    const file = (path: string, name = "notice.eml", size = 100) => ({ name, url: `http://${host}${path}`, size });
    const opened = await open(file("/notice.eml"));
    assert.match(opened?.text ?? "", /^Retirement of acme-2\n\nTrès bien/);
    assert.equal(opened?.published, "2026-11-02T09:00:00.000Z");
    assert.equal(await open(file("/away")), null);
    assert.equal(await open(file("/big.txt", "big.txt")), null);
    assert.equal(await open(file("/notice.eml", "notice.zip")), null);
    assert.equal(await open(file("/notice.eml", "notice.eml", 9_000_000)), null);
    const strict = createOpenFile(fetcher, attachmentHosts("https://discord.com/api"), readSentBytes);
    assert.equal(await strict(file("/notice.eml")), null, "another host than Discord's");
    await fetcher.close();
    server.closeAllConnections();
    server.close();
  });
});
