### Targets against the model: pages of calibrations and validations, and the terminal.

## Names

# Files of targets name them in English, and perhaps in Norwegian.
checks-target = { $norwegian ->
   *[other] { $english }
}
checks-set = { $set ->
    [calibration] Targets of the calibration
    [validation] Validation set, never used to calibrate
   *[other] Other targets, not used to calibrate this sample
}
checks-comparable-closely = closely
checks-comparable-partly = partly
checks-comparable-loosely = loosely

## How many lie inside, and which do not

checks-inside-of = { $inside } of { $all }
checks-inside = { $all ->
    [one] { $inside } of { $all } lies inside the 95% interval of what the model predicts
   *[other] { $inside } of { $all } lie inside the 95% interval of what the model predicts
}
checks-summary = { $inside }.
checks-summary-farthest = { $inside }; the farthest, “{ $title }”, is { $errors } standard errors of its evidence away.
checks-undefined = “{ $title }” cannot be judged: the statistic is not defined in the simulations (a ratio to nothing, or nobody left to count), while the evidence says { $evidence }.
checks-failure = “{ $title }” does not fit: the evidence says { $evidence }, the model { $model } (predicted { $predicted }), { $errors } standard errors too { $side ->
    [high] high
   *[low] low
}{ $extent ->
    [far] , which is far off.
   *[near] .
}
checks-all-fit = Nothing lies outside. That shows that the model can agree with these numbers, not that its steps are right.

## The table

checks-heading-target = Target
checks-heading-evidence = Evidence
checks-heading-posterior = Model, posterior
checks-heading-predicted = Predicted
checks-heading-distance = Distance, standard errors
checks-heading-inside = Inside
checks-heading-comparable = Comparable
# Families, design or designs, and week.
checks-about = { $population }, { $designs }, week { $week }

## The figure

checks-figure-subtitle = Distance of the model from the evidence, in standard errors of the evidence. Targets outside come first.
checks-evidence = evidence
checks-model = model
checks-figure-axis = model less evidence, standard errors
checks-figure-cut = Lines and marks at the end of the axis reach farther out.
checks-key-evidence = evidence, 95% interval
checks-key-model = model: median, thick posterior interval, thin predictive interval
checks-key-outside = evidence outside the predictive interval
checks-key-prior = before calibration (prior median)
checks-figure-reading = All rows share one axis: 0 is what the evidence says, the grey band is its 95% interval. The thick line is what calibration leaves open, the thin one also holds the error of another study like that of the evidence. A target fits if the thin line reaches 0. To the right the model has more than the evidence.

## The terminal

checks-terminal-target = target
checks-terminal-distance = distance
checks-terminal-inside = inside
checks-terminal-set = { $set }: { $inside } / { $all } inside their interval

## What was simulated

checks-targets-of-program = those of the program
checks-targets-of-program-and-file = those of the program and { $file }
checks-targets-of-file = { $file } alone
checks-size-seconds = { $millions } million family-weeks, { $time } s
checks-size-minutes = { $millions } million family-weeks, { $time } min
checks-again-note = The same command with the same version gives the same tables, bit for bit, whatever the number of threads. targets.csv in this folder holds the targets as they were used.
