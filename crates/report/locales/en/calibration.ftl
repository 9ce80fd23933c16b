### The page of a calibration.

## The frame of the page

calibration-title = Calibration to the literature
calibration-asked = Which values of the parameters agree with what the literature reports, what does the literature leave open, and where does the model not agree with it?
calibration-facts = { $targets } targets, { $parameters } parameters. { $points } points in { $waves } waves of { $families } families in each design, then { $draws } draws of { $draw_families }. Targets: { $origin }.
calibration-intervals = Intervals of the model (95%) hold what calibration leaves open about the parameters. Predictive intervals also hold the error of the evidence itself.

## The answer

# fit: checks-summary
calibration-answer = Calibrated under the reading { $reading }, the targets fit like this: { $fit }
calibration-answer-first-look = This sample is for a first look: it is worth too few draws, or its chains do not agree.
calibration-edges = Piled up at an edge of the range: { $parameters }.

## What fits

calibration-fit = What fits, and what does not
calibration-fit-title = The calibrated model against its targets
calibration-fit-table = Every target

## Parameters

calibration-parameters = What the evidence could set, and what it could not
calibration-parameters-answer = Of { $all } parameters the evidence informs { $informed }, says a little about { $slightly }, and nothing about { $not }: those keep the whole of their plausible range.
calibration-parameters-first-look = This sample is worth few draws, or its chains do not agree: some of what seems learned here, or piled up, is chance.
calibration-parameters-listed = { $verdict ->
    [informed] Informed
    [slightly] Slightly informed
   *[not] Not informed, so that only judgement holds them
} ({ $count }): { $parameters }.
calibration-edge = { $parameter } ({ $meaning }) piles up at the { $side ->
    [lower] lower
   *[upper] upper
} end of its range: { $share } of the posterior lies in the last twentieth before { $end } ({ $unit }). The evidence may want a value beyond, or a mechanism that the model lacks.
calibration-no-edges = No parameter piles up at an edge of its range.
calibration-parameters-reading = A coloured line shorter than the grey bar: the evidence has narrowed the range. A point away from the dark stroke: it has moved the value. “Learned” is the share of the prior's variance that is gone; a parameter can also be informed by having moved.
calibration-parameters-table = Every parameter that could move
calibration-heading-plausible = Plausible
calibration-heading-median = Posterior median
calibration-heading-central = Central draw
calibration-heading-moved = Moved, prior SD
calibration-heading-learned = Learned
calibration-heading-verdict = Verdict
calibration-heading-chains = Chains agree
calibration-verdict = { $verdict ->
    [informed] informed
    [slightly] slightly
   *[other] not informed
}

## The figure of parameters

calibration-parameters-title = What was learned of the parameters
calibration-parameters-subtitle = Each across its plausible range, from the lowest value to the highest. Most informed first.
calibration-key-prior = prior, 95%
calibration-key-centre = its centre
calibration-key-posterior = posterior, 95%
calibration-key-central = central draw
calibration-key-slightly = slightly informed
calibration-key-not = not informed
calibration-key-edge = piled up at an edge
calibration-column-values = centre → central
calibration-column-learned = learned
calibration-lowest = lowest
calibration-highest = highest plausible

## Targets that pull against each other

calibration-conflicts = Targets that pull against each other
calibration-conflicts-none = No target pulls against the others: each lies where the others lead to, within two standard errors.
calibration-conflicts-some = { $count ->
    [one] One target pulls against others.
   *[other] { $count } targets pull against others.
}
calibration-conflict-with = “{ $target }”: left out, it would lie { $away } standard errors from where the others lead. “{ $against }” holds it back most: without that, it would come { $relief } standard errors nearer.
calibration-conflict = “{ $target }”: left out, it would lie { $away } standard errors from where the others lead. No other target alone holds it back: the model's own steps, or its plausible ranges, do.
calibration-conflicts-note = Distances are in standard errors of evidence and posterior together. “Without it” is what all other targets lead to; it is uncertain where few draws are left.
calibration-conflicts-table = What happens to each target without itself
calibration-heading-with = With it
calibration-heading-without = Without it
calibration-heading-draws-left = Draws left
calibration-heading-against = Held back by

## Parameters that are tied together

calibration-pairs = Parameters that are tied together
calibration-pairs-none = No two parameters are tied together: each could be set, or left open, by itself.
calibration-pairs-weak = No two parameters are tied together strongly (correlation of 0.5 or more).
calibration-pairs-strong = { $count } pairs are tied together strongly; the strongest: { $pairs }. Setting one of a pair by hand calls for moving the other.
calibration-pair = { $first } with { $second } ({ $correlation })
calibration-pairs-reading = The evidence sets such a pair together and not each alone. Draws from the posterior keep the tie; an interval of one parameter does not show it.
calibration-pairs-title = Parameters that the evidence ties together
calibration-pairs-subtitle = Correlation in the posterior. To the right, high values of the one go with high values of the other; to the left, with low ones.

## How far the sample can be used

calibration-convergence = How far to trust it
calibration-usable = The sample can be used as it is.
calibration-not-usable = The sample is for a first look: see why below, and give it more work before it is used.
calibration-chains = Largest scale reduction of { $chains } chains: { $reduction } (1 is agreement); { $verdict ->
    [apart] the chains do not agree: take more steps (--steps) before the posterior is used
    [near] the chains agree roughly: good enough for medians, take more steps (--steps) for tails
   *[together] the chains agree
}.
calibration-draws = The { $draws } weighted draws are worth { $effective } of equal weight, { $verdict ->
    [few] too few for 95% intervals: take more draws (--draws) or more points (--points)
    [rough] enough for medians and rough intervals
   *[enough] enough for intervals
}. The largest weight is { $largest }.
calibration-one-draw = One draw alone has a large part in every result.
calibration-waves-reading = Emulators are quick stand-ins for the simulator. Where their error is well below 1, what they rule out is ruled out by the evidence; the last word always has the simulator itself, by the weights of the draws.
calibration-waves-table = The waves
calibration-heading-wave = Wave
calibration-heading-points = Points
calibration-heading-not-ruled-out = Prior not ruled out
calibration-heading-median-error = Emulator error, median
calibration-heading-worst-error = Emulator error, worst
calibration-heading-within = All targets within 3
calibration-heading-median-distance = Median distance

## The figure of waves

calibration-waves-title = How the search closed in
calibration-waves-subtitle = Each wave is simulated where the emulators of those before leave room. Wave 0 is drawn from the prior.
calibration-key-median-error = error: median target
calibration-key-worst-error = error: worst target
calibration-panel-not-ruled-out = Prior not ruled out
calibration-panel-error = Emulator error, standard errors of the evidence
calibration-panel-within = Points with all targets within 3
calibration-wave = wave { $wave }

## How to use it

calibration-use = How to use it
calibration-use-files = posterior.csv holds the weighted draws and the central draw, which stands for all of them: the values that parameters have when a scenario says nothing. DIR is this folder.
calibration-use-table = Commands
calibration-use-to = To
calibration-use-draw = Draw parameters from it in a run
calibration-use-central = Run with its central draw alone
calibration-use-validate = Hold it against evidence that it has not seen
calibration-use-shipped = Use the sample that is part of the program
calibration-use-terminal = To use it:

## Method and limits

calibration-method-waves = History matching: the model is simulated at points of the prior, and for each target a Gaussian process learns the statistic as a function of the parameters. In { $waves ->
    [one] { $waves } further wave
   *[other] { $waves } further waves
} new points are taken where no emulator rules the targets out, so that emulators become exact where it matters.
calibration-method-draws = Then chains draw from the posterior under the last emulators, draws spread over them are simulated with many families, and each is weighted by how well the simulator itself agrees with the targets, over what the emulator said (importance weights). A target counts by its standard error; targets count as independent of each other.
calibration-method-prior = The prior of each parameter is a triangle over its plausible range with its top at the centre, on a scale of ratios where the range is wide. The central draw is the weighted mean of all draws on the scale of the prior's quantiles.
calibration-method-verdicts = A parameter is informed when a third of its prior variance is gone or its mean has moved by 0.7 standard deviations; slightly informed from a tenth, or 0.35. It piles up at an edge when more than a quarter of its posterior lies in the outer twentieth of its range, and at least three times as much as of its prior.
calibration-limit-agreement = That the model agrees with a target does not show that it is right for the same reasons as the world.
calibration-limit-comparable = Most targets are from other countries and services; how far each may be compared stands in the table, and counts only through its standard error.
calibration-limit-judgement = What the evidence does not inform is still judgement: look at the list before leaning on such a parameter.
calibration-limit-readings = The two readings of the literature stand beside each other. Neither is the truth, and their mean is none either.
