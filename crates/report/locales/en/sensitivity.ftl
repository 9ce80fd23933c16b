### The page of a sensitivity study.

## Name, question, intervals

sensitivity-name = sensitivity
sensitivity-asked = Which of the model's parameters does { $outcome } lean on, in each arm and in the difference between them? Arms: { $arms }.
sensitivity-intervals = 95% intervals hold the choice of points, found by resampling them. Each point is simulated with { $replicates } replicates of { $families } families, the same at all points.

## Answers

sensitivity-subject-arm = Under { $arm }, { $outcome }
sensitivity-subject-difference = The difference between { $arm } and { $reference } in { $outcome }
sensitivity-only-noise = What the parameters do to it cannot be told from Monte Carlo noise: { $subject } may lean on any of them or none. Take more families.
sensitivity-undefined-sentence = { $subject } { $reason }.
sensitivity-undefined = { $reason ->
    [constant] does not change whatever the parameters are
    [missing] is not defined at some points
   *[only_noise] cannot be told from Monte Carlo noise; take more families
}
sensitivity-leans-on-one = { $subject } leans most on { $parameters }: it takes part in { $shares } of the variance over the ranges of { $count } parameters.
sensitivity-leans-on-several = { $subject } leans most on { $parameters }, whose order cannot be told: they take part in { $shares } of the variance over the ranges of { $count } parameters.
sensitivity-and-more = { $names } and { $more } more
# In whole per cent.
sensitivity-share = { $value } (95% interval { $ends }%)
sensitivity-over-the-ranges = Over the ranges the difference is { $mean } on average, with a standard deviation of { $deviation } that is due to the parameters.
sensitivity-interactions-shown = Parameters acting together, and not alone, account for { $share } of the variance of the difference.
sensitivity-interactions-not-shown = That parameters act together, and not each alone, cannot be shown: the share is { $share } of the variance of the difference.
sensitivity-noise-of-arm = { $share } for { $arm }
sensitivity-noise-of-difference = { $share } for the difference
sensitivity-noise-shares = Monte Carlo noise is this share of the variance seen over the points, and is kept out of the indices: { $shares }.
sensitivity-noise-nothing = Nothing varies over the points, not even by chance.
sensitivity-screened-nothing = No parameter moved the difference in the screening.
sensitivity-screened-all = All { $count } parameters were looked at closely, so nothing was left out.
sensitivity-screened-part = Of { $count } parameters, { $taken } were looked at closely; among those left out, the largest effect on the difference was { $part } of the largest of all.

## Indices

sensitivity-difference = difference, { $arm } less { $reference }
sensitivity-indices-heading = Which parameters it leans on
sensitivity-indices-title = What does { $outcome } lean on?
sensitivity-indices-subtitle = Share of the variance over the ranges of the parameters, Monte Carlo noise left out. Lines are 95% intervals.
sensitivity-indices-key-total = total: alone and with others
sensitivity-indices-key-first = first-order: alone
sensitivity-indices-reading = A filled point is the share of the variance that a parameter takes part in, alone or together with others; a hollow one is the share that it explains alone. Where the two are far apart, the parameter matters through others. Shares of all filled points can add to more than 100%, because what two parameters do together counts for both.
sensitivity-table-parameter = parameter
sensitivity-table-grade = grade
sensitivity-table-range = Range
sensitivity-table-total = Total index
sensitivity-table-first = First-order index

## Screening

sensitivity-screening-heading = All parameters, one at a time
sensitivity-screening-title = Effects of single parameters: { $response }
sensitivity-screening-subtitle = Each point is a parameter moved through its whole range while the others are somewhere in theirs.
sensitivity-screening-key-up = raises it
sensitivity-screening-key-down = lowers it
sensitivity-screening-key-either = either, or too little to say
sensitivity-screening-key-not-taken = not looked at closer
sensitivity-screening-spread = Spread of the effect, σ ({ $unit })
sensitivity-screening-size = Size of the effect, μ* ({ $unit })
sensitivity-screening-note = Above the slanting line an effect varies more than it is large: it depends on the other parameters, or on where in its range the parameter is. Noise is kept out of both axes.
sensitivity-screening-reading = Far to the right: a large effect. High up: an effect that depends on the other assumptions. The ten largest are named.
sensitivity-table-size = Size, μ*
sensitivity-table-mean = Mean, μ
sensitivity-table-spread = Spread, σ
sensitivity-table-taken = Looked at closer

## Noise

sensitivity-noise-heading = Response and noise
sensitivity-noise-title = How much of the variance is noise?
sensitivity-noise-subtitle = Variance of the outcome over the points: what the parameters do, and what the draw of families adds. Lines are 95% intervals of the border.
sensitivity-noise-key-response = response to the parameters
sensitivity-noise-key-noise = Monte Carlo noise, kept out of the indices
sensitivity-noise-label = noise { $share }
sensitivity-noise-reading = The grey part would be gone with enough families. A large grey part makes the indices uncertain, but does not shift them.

## Method and limits

sensitivity-method-screening = First { $screened } parameters were screened: { $walks } walks through a grid of four levels, each walk changing every parameter once (Morris 1991). Those with the largest effect, on either arm or on the difference, were looked at closely; the others stay where the scenario has them.
sensitivity-method-indices = Those were then moved together over { $samples } base samples of a shifted Sobol sequence. First-order indices follow Saltelli et al. (2010), total indices Jansen (1999); intervals come from 1,000 resamples of the base samples. Within a range { $weight }; a range that the scenario gives has equal weight everywhere.
sensitivity-method-weight = { $spread ->
    [uniform] every value has the same weight
   *[other] values near the default have most weight and the ends none (a triangle; on the logarithm where a range spans a factor of 20 or more)
}
sensitivity-method-halves = Every point is simulated in two halves that share no random number. Squares and products are taken across the halves, so that Monte Carlo noise has no part in the indices; an index near zero can come out below it.
sensitivity-limits-ranges = Indices share out the variance over these ranges. Other ranges give other indices; a parameter with a narrow range looks unimportant however strong its effect.
sensitivity-limits-independent = Parameters move independently of each other. What is known of them together is not used.
sensitivity-limits-intervals = Intervals hold the choice of points, not the choice of families, which all points share.
