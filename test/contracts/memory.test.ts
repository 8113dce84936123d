import { storesInMemory } from "../fakes/stores.js";
import { everyStoreKeepsItsContract } from "./every-store.js";

everyStoreKeepsItsContract((now) => Promise.resolve({ ...storesInMemory(now), close: () => Promise.resolve() }));
