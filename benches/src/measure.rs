//! Measuring in turns: every round runs each case once, for a moment, so that whatever else the
//! machine does meets all alike; a ratio is the median of the rounds' ratios.

use std::time::{Duration, Instant};

use crate::race::{Case, Race};

/// How long one case runs in one round.
const MOMENT: Duration = Duration::from_micros(40);

/// What a case took, in nanoseconds a call, round by round.
pub struct Times {
    /// Whose way.
    pub name: &'static str,
    rounds: Vec<f64>,
}

/// A number that was measured many times.
#[derive(Clone, Copy)]
pub struct Measured {
    /// The median.
    pub median: f64,
    /// From the first quartile to the third, over the median.
    pub spread: f64,
}

/// Measures so many rounds; for each race the times of its cases. Tells how far it is.
pub fn measure(races: &mut [&mut Race], rounds: usize, tell: impl Fn(usize)) -> Vec<Vec<Times>> {
    let times = |race: &Race| {
        race.cases.iter().map(|case| Times { name: case.name, rounds: Vec::new() }).collect()
    };
    let mut all: Vec<Vec<Times>> = races.iter().map(|race| times(race)).collect();
    let moments: Vec<Vec<u64>> = races
        .iter_mut()
        .map(|race| race.cases.iter_mut().map(runs_of_a_moment).collect())
        .collect();
    for round in 0..rounds {
        tell(round);
        for ((race, times), moments) in races.iter_mut().zip(&mut all).zip(&moments) {
            for ((case, times), runs) in race.cases.iter_mut().zip(times).zip(moments) {
                // Once to bring code and data back that the others have driven out.
                case.run(1);
                let taken = time(case, *runs).as_secs_f64();
                times.rounds.push(taken * 1e9 / (*runs * race.calls) as f64);
            }
        }
    }
    all
}

fn runs_of_a_moment(case: &mut Case) -> u64 {
    let mut runs = 1;
    while time(case, runs) < MOMENT {
        runs *= 2;
    }
    let best =
        (0..5).map(|_| time(case, runs)).min().unwrap_or(MOMENT).max(Duration::from_nanos(1));
    (MOMENT.as_secs_f64() / best.as_secs_f64() * runs as f64).ceil() as u64
}

fn time(case: &mut Case, runs: u64) -> Duration {
    let start = Instant::now();
    case.run(runs);
    start.elapsed()
}

impl Times {
    /// The nanoseconds that a call took.
    #[must_use]
    pub fn nanoseconds(&self) -> Measured {
        Measured::of(self.rounds.clone())
    }

    /// How many times as long as another case this one took.
    #[must_use]
    pub fn over(&self, other: &Self) -> Measured {
        Measured::of(self.rounds.iter().zip(&other.rounds).map(|(one, two)| one / two).collect())
    }
}

impl Measured {
    fn of(mut numbers: Vec<f64>) -> Self {
        numbers.sort_unstable_by(f64::total_cmp);
        let at = |quarter: usize| numbers[(numbers.len() - 1) * quarter / 4];
        Self { median: at(2), spread: (at(3) - at(1)) / at(2) }
    }
}
