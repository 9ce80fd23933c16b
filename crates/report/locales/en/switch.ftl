### The page of a switch study: which conclusions survive when mechanisms are turned off.

## Name, question, intervals

switch-name = mechanisms switched off
switch-asked = Which conclusions on { $outcome } survive when a mechanism of the model is turned off? Arms: { $arms }.

## The answer

switch-one-replicate = One replicate gives no intervals, so nothing can be concluded; run again with more.
switch-no-conclusion = With all mechanisms on, no arm can be told apart from { $reference } in { $outcome }, so there is no conclusion that could survive.
switch-answer = { $kept } of { $all } conclusions on { $outcome } survive whichever { $size ->
    [1] single mechanism is turned off
   *[other] two mechanisms are turned off together
}{ $kept ->
    [0] { "" }
   *[other] { " " }({ $robust } against { $reference })
}.
switch-short-answer = { $all ->
    [0] There is no conclusion that could survive.
   *[other] { $kept } of { $all } conclusions survive every { $size ->
        [1] single switch.
       *[other] pair of switches.
    }
}
switch-arm = { $arm }: { $difference }; { $consequences }.
switch-arm-unclear = { $arm }: cannot be told apart from the reference, { $difference }.
switch-arm-survives = it survives every single switch
switch-arm-fades = it can no longer be told without { $mechanisms }
switch-arm-turns = it turns around without { $mechanisms }
switch-status = { $status ->
    [survives] survives
    [fades] cannot be told any more
    [turns] turns around
    [open] no conclusion
    [appears] a new conclusion
   *[none] –
}

## One mechanism off at a time

switch-singles-heading = One mechanism off at a time
switch-singles-note = Arm less reference with its 95% interval, and what becomes of the conclusion. Other outcomes are in switch_contrasts.csv.
switch-title = Which conclusions survive? Difference from { $reference }
switch-reading = The first row is the model as it is. In each other row one mechanism is off. A dot that crosses the line at 0 or turns hollow is a conclusion that needs the mechanism.
switch-all-on = all mechanisms on
switch-without = without { $mechanism }
switch-turned-off = turned off
switch-nothing-off = nothing
# The interval is empty where there is none.
switch-interval-status = { $interval } · { $status }

## Two mechanisms off at a time

switch-pairs-heading = Two mechanisms off at a time
switch-pairs-title = Which conclusions survive two switches?
switch-pairs-note = Each cell has the mechanisms of its row and its column off; on the diagonal one alone. Only arms with a conclusion are drawn.
switch-pairs-reading = Numbers are the differences that are left. A coloured row is a mechanism that the conclusion leans on whatever else is off.
switch-pairs-table = Pairs that a conclusion does not survive
switch-arm-heading = arm
switch-difference = difference
switch-conclusion = the conclusion

## What is turned off

switch-switches-heading = What is turned off
switch-switches-answer = { $count } mechanisms are turned off, each by a named set of values.
switch-switches-table = Switches
# Says that the table is in English; nothing to say in English.
switch-switches-note = { "" }
switch-mechanism = mechanism
switch-removes = what is gone when it is off
switch-values = values
switch-grade = grade
switch-source = source

## Method and limits

switch-method = A mechanism is turned off by setting its numbers so that it can do nothing (data/switches.csv); a test shows for each that its other parameters then have no effect. A conclusion is a difference between an arm and the reference whose 95% interval excludes 0. It survives if the difference keeps its sign with the mechanism off, and its interval still excludes 0.
switch-limits-real = That a conclusion needs a mechanism does not show that the mechanism is real; it shows what the conclusion rests on.
switch-limits-chance = With many comparisons some intervals exclude 0 by chance: at 95%, about one in twenty of those that should not.
