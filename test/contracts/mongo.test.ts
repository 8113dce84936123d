import { testStore } from "../store.js";
import { everyStoreKeepsItsContract } from "./every-store.js";

everyStoreKeepsItsContract(testStore);
