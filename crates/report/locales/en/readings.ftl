### Readings of the literature, and what draws from them hold.

readings-sentence = Reading of the literature: { $reading } ({ $meaning }).
readings-meaning-child = calibrated with placement counted by child: intensive programmes lower placement
readings-meaning-family = calibrated with placement counted by family: the large trial found no effect on placement, or the reverse
readings-meaning-prior = not calibrated: the hand-set centres of the plausible ranges
readings-own-sample = Its calibrated sample is that of a posterior file named for this run.
readings-drawn = Parameters were drawn { $described }.

## After the number of draws

readings-from-prior = from the prior: the plausible ranges, before calibration
readings-from-posterior = from the posterior: what calibration under the reading { $reading } leaves open
readings-from-named-ranges = from the ranges that the scenario names, all else at its default
