use homeground::engine::parallel::Progress;
use homeground::evidence;
use homeground::model::parameters::Parameters;
use homeground::scenario::targets::*;
use homeground::study::calibration::worlds::Worlds;
use homeground::study::evaluate::NoKeeper;

fn wq(mut v: Vec<(f64, f64)>, q: f64) -> f64 {
    v.retain(|x| x.0.is_finite());
    v.sort_by(|a, b| a.0.total_cmp(&b.0));
    let tot: f64 = v.iter().map(|x| x.1).sum();
    let mut s = 0.0;
    for (x, w) in &v {
        s += w;
        if s >= q * tot {
            return *x;
        }
    }
    f64::NAN
}
fn main() {
    use homeground::study::calibration::{likelihood::Observed, scores::Space, waves::*};
    let args: Vec<String> = std::env::args().collect();
    let family = args[1] == "family";
    let reading = if family {
        evidence::LiteratureReading::Family
    } else {
        evidence::LiteratureReading::Child
    };
    let targets: Vec<Target> = homeground::scenario::targets::built_in_targets()
        .iter()
        .filter(|t| t.belongs_to(reading))
        .cloned()
        .collect();
    let worlds = Worlds::new(&targets);
    let space = Space::all(Parameters::prior_centre());
    let progress = Progress::default();
    let effort = if args[2] == "quick" {
        Effort::quick()
    } else {
        Effort::full()
    };
    let cal = Calibration {
        targets: &targets,
        worlds: &worlds,
        observed: targets.iter().map(Observed::of).collect(),
        space: &space,
        effort,
        seed: args.get(3).map_or(1, |s| s.parse().unwrap()),
        identity: String::new(),
        progress: &progress,
    };
    let t0 = std::time::Instant::now();
    let found = cal
        .run(&mut NoKeeper, &mut |line| {
            eprintln!("{:6.1} s {line}", t0.elapsed().as_secs_f64())
        })
        .unwrap();
    use homeground::study::calibration::findings::*;
    let tables = CalibrationTables::new(&cal, &found);
    println!("{:.1} s", t0.elapsed().as_secs_f64());
    for w in &found.waves {
        println!(
            "wave {} points, not ruled out {:.4}, errors {:?}",
            w.points.len(),
            w.not_ruled_out,
            w.errors
                .iter()
                .zip(&found.chance)
                .map(|(e, c)| format!("{e:.3}/{c:.3}"))
                .collect::<Vec<_>>()
        );
    }
    println!(
        "ess {:.1} of {} max w {:.3}",
        tables.effective_draws,
        found.draws.len(),
        tables.largest_weight
    );
    let rhat = found.chains.scale_reduction();
    println!(
        "rhat max {:.3} chain ess min {:.0}",
        rhat.iter().copied().fold(0.0, f64::max),
        found
            .chains
            .effective_sizes()
            .into_iter()
            .fold(f64::INFINITY, f64::min)
    );
    for (j, t) in targets.iter().enumerate() {
        let v: Vec<(f64, f64)> = found
            .draws
            .iter()
            .map(|d| (d.statistics[j], d.weight))
            .collect();
        let med = wq(v.clone(), 0.5);
        let ob = Observed::of(t);
        println!(
            "{:20} value {:7.4} prior {:7.4} post {:7.4} [{:.4}, {:.4}] z {:+.2} central {:.4} z {:+.2}",
            t.id,
            t.value,
            found.waves[0]
                .statistics
                .iter()
                .map(|s| s[j])
                .filter(|x| x.is_finite())
                .sum::<f64>()
                / found.waves[0].points.len() as f64,
            med,
            wq(v.clone(), 0.025),
            wq(v, 0.975),
            ob.distance(med),
            found.central_statistics[j],
            ob.distance(found.central_statistics[j])
        );
    }
    let ess = tables.effective_draws;
    for (i, f) in space.free.iter().enumerate() {
        let m: f64 = found.draws.iter().map(|d| d.weight * d.scores[i]).sum();
        let v: f64 = found
            .draws
            .iter()
            .map(|d| d.weight * (d.scores[i] - m).powi(2))
            .sum::<f64>()
            * ess
            / (ess - 1.0);
        if m.abs() > 0.35 || v < 0.75 {
            println!(
                "{:22} mean score {:+.2} sd {:.2} value {:.4} (low {} centre {} high {})  rhat {:.2}",
                f.key,
                m,
                v.sqrt(),
                f.value(m),
                f.low,
                f.centre,
                f.high,
                rhat[i]
            );
        }
    }
    println!(
        "edges {:?}",
        tables
            .parameters
            .iter()
            .filter(|p| !p.edge.is_empty())
            .map(|p| format!(
                "{} {} {:.2}/{:.2}",
                p.parameter, p.edge, p.at_low, p.at_high
            ))
            .collect::<Vec<_>>()
    );
    for c in &tables.checks {
        println!(
            "{:20} inside {} pred [{:.4}, {:.4}] value {}",
            c.target, c.inside, c.predictive_lower, c.predictive_upper, c.evidence
        );
    }
    for c in &tables.conflicts {
        println!("{:?}", c);
    }
    for w in &tables.waves {
        println!("{:?}", w);
    }
    println!(
        "{:?}",
        &tables
            .pairs
            .iter()
            .take(20)
            .map(|p| format!("{} {} {:.2}", p.first, p.second, p.correlation))
            .collect::<Vec<_>>()
    );
    println!(
        "not informed: {:?}",
        tables
            .parameters
            .iter()
            .filter(|p| p.verdict == "not")
            .map(|p| p.parameter.clone())
            .collect::<Vec<_>>()
    );
    let post = posterior_of(&cal, &found, reading).unwrap();
    let sig = |x: f64| -> f64 { format!("{x:.4e}").parse().unwrap() };
    let mut out = format!(
        "model_version,reading,draw,weight,{}\n",
        Parameters::KEYS.join(",")
    );
    for (n, (v, w)) in std::iter::once((&post.central, 0.0))
        .chain(post.draws.iter().zip(post.weights.iter().copied()))
        .enumerate()
    {
        out += &format!("{},{},{n},{}", post.model_version, args[1], sig(w));
        for x in v {
            out += &format!(",{}", sig(*x));
        }
        out += "\n";
    }
    std::fs::write(format!("/tmp/posterior_{}.csv", args[1]), out).unwrap();
}
