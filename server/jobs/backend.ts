import { MongoJobRepository, type Db } from "@agendajs/mongo-backend";
import type { AgendaBackend } from "agenda";
import { JOBS } from "./job-collection.js";

export interface StoppableBackend {
  readonly backend: AgendaBackend;
  /** From now on no job is taken; resolves when the last attempt to take one has come back. */
  takeNoMore(): Promise<void>;
}

/**
 * Agenda's MongoDB repository over our own connection, without its log collection, whose indexes it would build in any
 * case. Agenda's stop does not wait for a search that is on its way: the job found by it would stay locked, and its
 * account without a run, until the lock runs out. So searches are counted, and none begins once the stop has begun.
 */
export function stoppableBackend(db: Db): StoppableBackend {
  const repository = new MongoJobRepository({ mongo: db, db: { collection: JOBS }, ensureIndex: false });
  const take = repository.getNextJobToRun.bind(repository);
  const onTheirWay = new Set<Promise<unknown>>();
  let stopping = false;

  repository.getNextJobToRun = async (...search) => {
    if (stopping) return undefined;
    const taking = take(...search);
    onTheirWay.add(taking);
    try {
      const job = await taking;
      if (!stopping || !job?._id) return job;
      await repository.unlockJobs([job._id]);
      return undefined;
    } finally {
      onTheirWay.delete(taking);
    }
  };

  // Agenda does not wait for this one: its failure, when the database is away, would end the process. The lock then
  // simply runs out.
  const unlock = repository.unlockJob.bind(repository);
  repository.unlockJob = (job) => unlock(job).catch(() => undefined);

  return {
    backend: {
      name: "MongoDB",
      repository,
      ownsConnection: false,
      connect: () => repository.connect(),
      disconnect: () => Promise.resolve(),
    },
    async takeNoMore() {
      stopping = true;
      await Promise.allSettled([...onTheirWay]);
    },
  };
}
