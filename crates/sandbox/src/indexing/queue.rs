//! The queue of the index: one job runs, the others wait.

use std::collections::HashMap;

use rusqlite::Connection;

use super::around::Surroundings;
use super::job::{Current, Job, Phase, Progress, Target};
use super::step::Step;
use crate::store::{jira, repository};

/// The words for what was stopped; "Indexing queue viewer" has the status CANCELED.
const CANCELED: &str = "Canceled";

/// So many jobs are remembered that are over.
const REMEMBERED: usize = 1_000;

/// The queue.
#[derive(Default)]
pub(crate) struct Indexer {
    jobs: Vec<Job>,
    last_number: u64,
    /// When the last job ended.
    free_at: i64,
}

impl Indexer {
    /// Whether nothing is waiting or running.
    pub(crate) fn is_idle(&self) -> bool {
        self.jobs.iter().all(|job| job.phase == Phase::Over)
    }

    /// Puts it into the queue, or drops it where the same waits already ("Indexing queue explainer"). Gives its thread.
    pub(crate) fn push(&mut self, target: Target, priority: i64, now: i64) -> String {
        let waiting = self.jobs.iter().find(|job| job.phase == Phase::Queued && job.target == target);
        if let Some(waiting) = waiting {
            return waiting.thread.clone();
        }
        self.last_number += 1;
        let job = Job::new(self.last_number, target, priority, now);
        let thread = job.thread.clone();
        self.jobs.push(job);
        let over = self.jobs.iter().filter(|job| job.phase == Phase::Over).count();
        if over > REMEMBERED
            && let Some(oldest) = self.jobs.iter().position(|job| job.phase == Phase::Over)
        {
            self.jobs.remove(oldest);
        }
        thread
    }

    /// Does what is done by now.
    pub(crate) fn advance(&mut self, connection: &Connection, around: Surroundings) -> rusqlite::Result<()> {
        while let Some(at) = self.next() {
            let free_at = self.free_at;
            let Some(job) = self.jobs.get_mut(at) else { return Ok(()) };
            if job.phase == Phase::Queued {
                job.phase = Phase::Running;
                job.left = first_steps(connection, job.target, around)?.into();
                begin_next(job, free_at.max(job.queued_at), around.pace);
            }
            while let Some(current) = job.current.take() {
                if current.ends_at > around.now {
                    job.current = Some(current);
                    return Ok(());
                }
                let outcome = current.step.finish(connection, current.ends_at, around)?;
                job.said.extend(outcome.said);
                outcome.next.into_iter().rev().for_each(|step| job.left.push_front(step));
                self.free_at = current.ends_at;
                begin_next(job, current.ends_at, around.pace);
            }
            job.phase = Phase::Over;
        }
        Ok(())
    }

    /// The job that runs, else the one that waits and comes next.
    fn next(&self) -> Option<usize> {
        let running = self.jobs.iter().position(|job| job.phase == Phase::Running);
        running.or_else(|| {
            let waiting = self.jobs.iter().enumerate().filter(|(_, job)| job.phase == Phase::Queued);
            let first = waiting.min_by_key(|(_, job)| (std::cmp::Reverse(job.priority), job.number));
            first.map(|(at, _)| at)
        })
    }

    /// Stops whatever is about this integration or repository.
    pub(crate) fn cancel(&mut self, id: i64, around: Surroundings) {
        for job in self.jobs.iter_mut().filter(|job| job.phase != Phase::Over) {
            let is_about_it = match job.target {
                Target::Everything => false,
                target => target.concerns(id),
            };
            if job.phase == Phase::Queued {
                if is_about_it {
                    job.phase = Phase::Over;
                    job.said.push(("Indexing".to_owned(), Some(CANCELED.to_owned())));
                }
                continue;
            }
            job.left.retain(|step| !step.concerns(id));
            if let Some(current) = job.current.take_if(|current| current.step.concerns(id)) {
                job.said.push((current.step.text(), Some(CANCELED.to_owned())));
                self.free_at = around.now;
                begin_next(job, around.now, around.pace);
            }
            if job.current.is_none() {
                job.phase = Phase::Over;
            }
        }
    }

    /// How far the job of this thread is, by either of its names.
    pub(crate) fn of_thread(&self, thread: &str, now: i64) -> Option<Progress> {
        let named = |job: &&Job| job.thread == thread || job.number.to_string() == thread;
        self.jobs.iter().find(named).map(|job| tell([job].into_iter(), now))
    }

    /// How far the newest job is that is about this number.
    pub(crate) fn of_number(&self, id: i64, now: i64) -> Progress {
        tell(self.jobs.iter().rev().find(|job| job.target.concerns(id)).into_iter(), now)
    }

    /// How far all jobs are that wait or run; without any, the newest one.
    pub(crate) fn of_all(&self, now: i64) -> Progress {
        if self.is_idle() {
            return tell(self.jobs.last().into_iter(), now);
        }
        tell(self.jobs.iter().filter(|job| job.phase != Phase::Over), now)
    }

    /// The repositories that wait to be indexed, and those that are being indexed: these are true.
    pub(crate) fn under_way(&self) -> HashMap<i64, bool> {
        let mut under_way = HashMap::new();
        for job in self.jobs.iter().filter(|job| job.phase != Phase::Over) {
            if let (Phase::Queued, Target::Repository(id, _)) = (job.phase, job.target) {
                under_way.entry(id).or_insert(false);
            }
            for step in &job.left {
                step.repository().map(|id| under_way.entry(id).or_insert(false));
            }
            let current = job.current.as_ref().and_then(|current| current.step.repository());
            current.map(|id| under_way.insert(id, true));
        }
        under_way
    }
}

fn tell<'a>(jobs: impl Iterator<Item = &'a Job>, now: i64) -> Progress {
    let mut progress = Progress { finished: true, ..Progress::default() };
    jobs.for_each(|job| job.tell(&mut progress, now));
    progress
}

fn begin_next(job: &mut Job, at: i64, pace: i64) {
    job.current = job.left.pop_front().map(|step| {
        let ends_at = at.saturating_add(step.takes(pace));
        Current { step, began_at: at, ends_at }
    });
}

/// What a job begins with; nothing for what is disabled or gone.
fn first_steps(connection: &Connection, target: Target, around: Surroundings) -> rusqlite::Result<Vec<Step>> {
    let scan = |one: jira::Stored| Step::Scan { integration: one.id, name: one.name().to_owned() };
    let indexed = |one: &jira::Stored| !one.is_disabled() && !one.is_removed;
    let index = |one: repository::Stored| Step::Index {
        repository: one.id,
        integration: one.integration,
        name: one.name,
    };
    Ok(match target {
        Target::Integration(id) => {
            jira::find(connection, id, around.clock)?.filter(indexed).map(scan).into_iter().collect()
        }
        Target::Repository(id, integration) => {
            let is_on = match integration {
                Some(id) => jira::find(connection, id, around.clock)?.is_some_and(|one| indexed(&one)),
                None => true,
            };
            let found = repository::find(connection, id)?.filter(|one| is_on && !one.disabled);
            found.map(index).into_iter().collect()
        }
        Target::Everything => {
            let all = jira::list(connection, around.clock)?.into_iter().filter(indexed).map(scan);
            let alone = repository::alone(connection)?.into_iter().filter(|one| !one.disabled).map(index);
            all.chain(alone).collect()
        }
    })
}
