//! Every case on its own: `cargo bench -p wxp-benches`, with part of a name to measure only some.

#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, clippy::cast_precision_loss)]
#![allow(clippy::std_instead_of_core)]

use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn all(criterion: &mut Criterion) {
    for section in wxp_benches::races::all() {
        for mut race in section.races {
            let mut group = criterion.benchmark_group(format!("{} {}", section.name, race.name));
            group.throughput(Throughput::Bytes(race.bytes));
            for case in &mut race.cases {
                group.bench_function(case.name, |bencher| {
                    bencher.iter_custom(|calls| {
                        // One run calls once for each input, of which there may be more.
                        let runs = calls.div_ceil(race.calls);
                        let start = Instant::now();
                        case.run(runs);
                        start.elapsed().mul_f64(calls as f64 / (runs * race.calls) as f64)
                    });
                });
            }
            group.finish();
        }
    }
}

/// Some 150 cases, so each has but a second.
fn short() -> Criterion {
    let criterion = Criterion::default().without_plots().sample_size(50);
    criterion.warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_millis(800))
}

criterion_group!(name = speed; config = short(); targets = all);
criterion_main!(speed);
