import { openStore } from "#src/store/open.ts";
import { storeContract } from "./contract.ts";

storeContract("node:sqlite", async () => openStore(":memory:"));
