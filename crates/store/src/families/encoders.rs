//! Threads that make row groups while the simulation goes on.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use sha2::{Digest, Sha256};

use crate::families::rows::Rows;
use crate::parquet::{Encoder, Field, Group};

/// Level of compression: higher ones take longer, and make nothing smaller.
const LEVEL: i32 = 1;

/// Threads at most: more would write faster than disks do.
const MOST_THREADS: usize = 8;

/// A row group that is ready to be written.
#[derive(Debug, Default)]
pub struct Encoded {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub group: Group,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
}

impl Encoded {
    fn make(&mut self, encoder: &mut Encoder, fields: &[Field], rows: &Rows) -> io::Result<()> {
        self.bytes.clear();
        self.group = encoder.group(fields, rows.columns(), &mut self.bytes)?;
        self.digest = digest(&self.bytes);
        Ok(())
    }
}

/// Digest of a row group.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A row group under way: its number, its rows, and memory for its bytes.
struct Job {
    number: u64,
    rows: Rows,
    encoded: Encoded,
    result: io::Result<()>,
}

/// Threads that make row groups, begun when the first is full.
pub struct Encoders {
    fields: Arc<Vec<Field>>,
    given: u64,
    returned: u64,
    ready: BTreeMap<u64, Job>,
    /// Memory of jobs that are done.
    spare: Vec<(Rows, Encoded)>,
    threads: Option<Threads>,
}

struct Threads {
    jobs: Sender<Job>,
    done: Receiver<Job>,
    handles: Vec<JoinHandle<()>>,
}

impl Encoders {
    /// None has begun yet.
    pub fn new(fields: Vec<Field>) -> Self {
        Self {
            fields: Arc::new(fields),
            given: 0,
            returned: 0,
            ready: BTreeMap::new(),
            spare: Vec::new(),
            threads: None,
        }
    }

    /// What the columns are.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Makes a row group here and now.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn make(&self, rows: &Rows) -> io::Result<Encoded> {
        let mut encoded = Encoded::default();
        encoded.make(&mut Encoder::new(LEVEL)?, &self.fields, rows)?;
        Ok(encoded)
    }

    /// Takes the rows of a group, and leaves empty ones in their place. When as many
    /// are under way as there are threads and one more, the next in order is waited
    /// for and handed to `write`.
    ///
    /// # Errors
    /// Those of making and of writing.
    pub fn give(
        &mut self,
        rows: &mut Rows,
        write: &mut impl FnMut(&Encoded) -> io::Result<()>,
    ) -> io::Result<()> {
        let threads = match &self.threads {
            Some(threads) => threads,
            None => self.threads.insert(Threads::begin(&self.fields)?),
        };
        let most = threads.handles.len() as u64 + 1;
        let (empty, encoded) = self.spare.pop().unwrap_or_default();
        let job = Job {
            number: self.given,
            rows: std::mem::replace(rows, empty),
            encoded,
            result: Ok(()),
        };
        threads.jobs.send(job).map_err(|_| gone())?;
        self.given += 1;
        self.write_down_to(most, write)
    }

    /// Waits for all that are under way.
    ///
    /// # Errors
    /// Those of making and of writing.
    pub fn drain(&mut self, write: &mut impl FnMut(&Encoded) -> io::Result<()>) -> io::Result<()> {
        self.write_down_to(0, write)
    }

    /// Writes what is ready, in order, and waits until no more than so many are left.
    fn write_down_to(
        &mut self,
        most: u64,
        write: &mut impl FnMut(&Encoded) -> io::Result<()>,
    ) -> io::Result<()> {
        while let Some(threads) = &self.threads {
            while let Some(mut job) = self.ready.remove(&self.returned) {
                self.returned += 1;
                job.result?;
                write(&job.encoded)?;
                job.rows.clear();
                self.spare.push((job.rows, job.encoded));
            }
            let left = self.given - self.returned;
            if left == 0 {
                break;
            }
            let job = if left > most {
                threads.done.recv().map_err(|_| gone())?
            } else {
                match threads.done.try_recv() {
                    Ok(job) => job,
                    Err(_) => break,
                }
            };
            self.ready.insert(job.number, job);
        }
        Ok(())
    }
}

impl Drop for Encoders {
    fn drop(&mut self) {
        if let Some(threads) = self.threads.take() {
            // Without a sender the threads end.
            drop(threads.jobs);
            for handle in threads.handles {
                let _ = handle.join();
            }
        }
    }
}

impl Threads {
    fn begin(fields: &Arc<Vec<Field>>) -> io::Result<Self> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let (jobs, todo) = channel::<Job>();
        let (results, done) = channel();
        let todo = Arc::new(Mutex::new(todo));
        let handles = (0..processors.div_ceil(2).min(MOST_THREADS))
            .map(|_| {
                let (todo, results) = (Arc::clone(&todo), results.clone());
                let fields = Arc::clone(fields);
                let mut encoder = Encoder::new(LEVEL)?;
                std::thread::Builder::new().name("row groups".to_owned()).spawn(move || {
                    while let Some(mut job) = next(&todo) {
                        job.result = job.encoded.make(&mut encoder, &fields, &job.rows);
                        if results.send(job).is_err() {
                            break;
                        }
                    }
                })
            })
            .collect::<io::Result<_>>()?;
        Ok(Self { jobs, done, handles })
    }
}

/// The next job, whoever comes first.
fn next(todo: &Mutex<Receiver<Job>>) -> Option<Job> {
    todo.lock().unwrap_or_else(|broken| broken.into_inner()).recv().ok()
}

fn gone() -> io::Error {
    io::Error::other("a thread that makes row groups has ended")
}
