//! One task, and those who do it.

use std::hint::black_box;

/// Races of one kind, with the same yardsticks.
pub struct Section {
    /// What is done, such as `sign`.
    pub name: &'static str,
    /// On what, and in which way.
    pub races: Vec<Race>,
}

/// One task, done by wxp and by its yardsticks.
pub struct Race {
    /// On what, and in which way, such as `W1 MD5, presorted`.
    pub name: String,
    /// How many calls one run of a case consists of: one for each input.
    pub calls: u64,
    /// How many bytes one call takes in, on average.
    pub bytes: u64,
    /// wxp first.
    pub cases: Vec<Case>,
}

impl Race {
    /// A race on these inputs, which are so large.
    pub fn new<I>(
        name: impl Into<String>,
        inputs: &[I],
        size: impl Fn(&I) -> usize,
        cases: Vec<Case>,
    ) -> Self {
        let bytes: usize = inputs.iter().map(size).sum();
        let calls = inputs.len() as u64;
        Self { name: name.into(), calls, bytes: bytes as u64 / calls, cases }
    }
}

/// One way to do it.
pub struct Case {
    /// Whose way.
    pub name: &'static str,
    work: Box<dyn FnMut(u64)>,
}

impl Case {
    /// A case that does its work on each of the inputs, once for every run. The results of the
    /// first run have to be right.
    pub fn new<I, T>(
        name: &'static str,
        inputs: &'static [I],
        mut work: impl FnMut(&'static I) -> T + 'static,
        right: impl Fn(&'static I, T) -> bool,
    ) -> Self {
        for input in inputs {
            assert!(right(input, work(input)), "{name} is wrong");
        }
        // The loop is in here, so that a call through a pointer is not measured with each.
        let work = Box::new(move |runs| {
            for _ in 0..runs {
                for input in inputs {
                    black_box(work(black_box(input)));
                }
            }
        });
        Self { name, work }
    }

    /// As [`new`](Self::new), for work that writes a text into room that it is given.
    pub fn writing<I>(
        name: &'static str,
        inputs: &'static [I],
        mut work: impl for<'o> FnMut(&'static I, &'o mut [u8]) -> &'o str + 'static,
        right: impl Fn(&'static I, &str) -> bool,
    ) -> Self {
        let mut room = [0; 8192];
        for input in inputs {
            assert!(right(input, work(input, &mut room)), "{name} is wrong");
        }
        let len = move |input| black_box(work(input, &mut room)).len();
        Self::new(name, inputs, len, |_, _| true)
    }

    /// Does the work so many times on all inputs.
    pub fn run(&mut self, runs: u64) {
        (self.work)(runs);
    }
}
