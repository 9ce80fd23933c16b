### The page of an uncertain decision.

## Name, question, intervals

uncertainty-name = an uncertain decision
uncertainty-asked = Which of { $arms } is best, how sure is that, and what research would be worth? Outcome: { $outcome }.
# draws: uncertainty-draws, and where from.
uncertainty-intervals = 95% intervals hold the chance of which parameters were drawn ({ $draws }; each of { $replicates } × { $families } families), not how the model is built.
uncertainty-draws = { $draws } draws

## Headings

uncertainty-heading-best = Which arm is best?
uncertainty-heading-plane = What does it bring, and what does it cost?
uncertainty-heading-acceptability = How much must the outcome be worth?
uncertainty-heading-information = Which research would pay?
uncertainty-heading-regret = What if the choice is wrong?
uncertainty-heading-failure = Where does the favourite fail?

## Amounts

# One unit of the outcome in the better direction, by the name of the outcome.
uncertainty-one-placed = one family fewer with a placement
uncertainty-one-placed_again = one family fewer placed again
uncertainty-one-weeks_in_care = one week in care less
uncertainty-unit-less = one unit of { $outcome } less
uncertainty-unit-more = one unit of { $outcome } more
uncertainty-nok = { $amount } NOK
uncertainty-thousand-nok-per-family = 1000 NOK per family
uncertainty-better = { $amount } better
uncertainty-with-interval = { $value } (95% interval { $lower } to { $upper })
uncertainty-share-of-draws = { $share } of draws (95% interval { $interval })
uncertainty-decided-outcome = the outcome alone
uncertainty-decided-net-benefit = net benefit at { $amount }

## Answers

uncertainty-criterion-net-benefit = when { $unit } is worth { $amount }
uncertainty-criterion-outcome = by { $outcome } alone
uncertainty-best-sure = { $arm } is almost surely the best choice { $criterion }: it is best in { $share }
uncertainty-best-average = { $arm } is the best choice on average { $criterion }, and best in { $share }
uncertainty-answer = { $best }; knowing every parameter before choosing would be worth { $value } per family.
uncertainty-outcome-alone = By the outcome alone, whatever it costs, { $arm } is best in { $share }.
uncertainty-plane-shares = Against { $reference }, { $arm } does better and costs less in { $cheaper } of draws, does better and costs more in { $dearer }, and does no better in { $worse }.
uncertainty-choice-from = { $arm } from about { $amount }
uncertainty-acceptability-same = { $arm } is the best choice on average whatever the outcome is worth, up to { $amount }.
uncertainty-acceptability-changes = If { $unit } is worth nothing, { $arm } is the best choice on average; { $changes }.
uncertainty-worth-of-group = { $group } ({ $amount })
uncertainty-information-groups = Research would pay most on { $groups }, per family that the choice concerns.
uncertainty-information-together = Knowing everything would be worth something, but with these draws no single group of parameters stands out from chance.
uncertainty-information-none = No research on parameters would be likely to change the choice.
uncertainty-regret-answer = Choosing { $arm } loses { $mean } per family on average against the best arm of each draw; in one draw of twenty it loses more than { $high }.
uncertainty-failure-scattered = { $arm } is not the best in { $fails } of draws, and no simple region of the parameters gathers them.
uncertainty-failure-box = { $arm } is not the best in { $fails } of draws, but in { $inside } of those in which { $limits }; they hold { $coverage } of its failures
uncertainty-failure-seen = { uncertainty-failure-box }.
uncertainty-failure-held-out = { uncertainty-failure-box } (on draws that the search had not seen, such regions held { $held_out_coverage }, and it failed in { $held_out_density } of them).
uncertainty-limit-between = { $parameter } is from { $low } to { $high }
uncertainty-limit-least = { $parameter } is { $low } or more
uncertainty-limit-most = { $parameter } is { $high } or less

## Groups of parameters, and what research on them would find out

uncertainty-group-differences = differences between families
    .research = how far danger differs between families with the same known factors
uncertainty-group-acceptance = acceptance of the offer
    .research = who accepts an offer and why others decline
uncertainty-group-helpers = helpers' time and turnover
    .research = time use and turnover of helpers
uncertainty-group-factors = risk and protective factors
    .research = how fast work on a factor removes or restores it
uncertainty-group-stress = life events and stress
    .research = repeated measures of stress and life events in families with a measure
uncertainty-group-visits = attendance
    .research = registers of kept and missed visits with their reasons
uncertainty-group-alliance = alliance
    .research = repeated measures of the alliance from the first visits on
uncertainty-group-trust = trust in services
    .research = repeated measures of trust in the services
uncertainty-group-capacity = caregiving capacity
    .research = how caregiving changes with hours of help and afterwards
uncertainty-group-wellbeing = wellbeing of the child
    .research = children's wellbeing at home and in care
uncertainty-group-concern = danger and what services see
    .research = what services see of danger and when
uncertainty-group-placement = decisions on placement
    .research = how concern and cooperation weigh in decisions on placement and return
uncertainty-group-exit = dropout
    .research = why and when families leave a measure
uncertainty-group-all = everything

## Figures

uncertainty-key-chosen = chosen on average
uncertainty-key-not-chosen = not chosen
uncertainty-best-title = How often is each arm the best?
uncertainty-best-subtitle = Share of parameter draws in which the arm is best. Lines: 95% intervals.
uncertainty-best-reading = The farther to the right, the more often the arm is best. Shares of all arms add to 100%.
uncertainty-plane-title = What does each arm bring and cost beside { $reference }?
uncertainty-plane-subtitle = Each dot is a parameter draw; the large dot is the mean. Up: more cost per family, 1000 NOK.
uncertainty-plane-effect-less = reduction in { $effect } →
uncertainty-plane-effect-more = more { $effect } →
uncertainty-plane-reading = To the right is better, down is cheaper than { $reference }. Dots below the dashed line have the higher net benefit at the willingness to pay that is decided by. Chance of the simulation has been taken out.
uncertainty-willingness = willingness to pay, 1000 NOK
uncertainty-acceptability-title = How likely is each arm to have the highest net benefit?
uncertainty-acceptability-subtitle = By what { $unit } is worth. The curves add to 100%.
uncertainty-acceptability-up = probability
uncertainty-acceptability-reading = Follow a curve from left to right: how its probability changes when the outcome is worth more. Bands are 95% intervals.
uncertainty-curve-title = What would it be worth to know everything?
uncertainty-curve-subtitle = Expected value of perfect information, NOK per family.
uncertainty-curve-series = everything known
uncertainty-curve-reading = It is highest where the choice is most open.
uncertainty-information-subtitle = Expected value of knowing each group of parameters before choosing, { $unit }.
uncertainty-key-above-chance = told from chance
uncertainty-key-not-above-chance = not told from chance
uncertainty-key-interval = 95% interval
uncertainty-key-by-chance = by chance alone
uncertainty-information-reading = The longer the bar, the more it would be worth to know that group. Bars that do not reach beyond the upright stroke could be chance. Groups need not add to the total.
uncertainty-regret-title = What is lost when the choice is wrong?
uncertainty-regret-subtitle = What choosing an arm loses against the best arm of each draw, { $unit }.
uncertainty-regret-mean = On average
uncertainty-regret-high = One draw in twenty loses more than
uncertainty-regret-worst = At worst
uncertainty-regret-reading = The farther to the left, the less is lost. Each panel has a scale of its own.
uncertainty-boxes-title = Where is { $arm } often not the best?
uncertainty-boxes-subtitle = Each bar is the range of a parameter; the dark part lies inside the box.
uncertainty-boxes-heading = Box { $number }: not the best in { $density } of draws inside; holds { $coverage } of all failures
uncertainty-boxes-reading = A draw lies in a box when all its parameters lie in the dark parts. Numbers beside the bars are the ends of the ranges, those below them the limits of the box.

## Tables

uncertainty-table-best = Probability of being best
uncertainty-table-decided-by = Decided by
uncertainty-table-arm = Arm
uncertainty-table-best-in = Best in
uncertainty-table-more-than = More than { $reference }
uncertainty-table-chosen = Chosen today
uncertainty-table-groups = What knowing each group would be worth
uncertainty-table-group-of-parameters = Group of parameters
uncertainty-table-research = Research would find out
uncertainty-table-parameters = Parameters
uncertainty-table-worth = Worth knowing, per family
uncertainty-table-chance = By chance alone up to
uncertainty-table-above-chance = Above chance
uncertainty-table-single = The single parameters that would be worth most (all stand in information.csv)
uncertainty-table-parameter = Parameter
uncertainty-table-grade = Grade
uncertainty-table-group = Group
uncertainty-table-boxes = Boxes in which the favourite often fails
uncertainty-table-box = Box
uncertainty-table-from = From
uncertainty-table-to = To
uncertainty-table-range = Whole range
uncertainty-table-quasi-p = Quasi-p
uncertainty-table-coverage = Of all failures
uncertainty-table-density = Fails inside

## Method and limits

uncertainty-drawn-posterior = All parameters that the scenario leaves free are drawn together, { $draws } times, from the calibrated sample of the reading { $reading }, each draw of the sample as often as its weight says.
uncertainty-drawn-named = Every parameter to which the scenario gives a range is drawn { $draws } times from it; all others stay at their defaults.
uncertainty-drawn-prior = Every parameter that the scenario leaves free is drawn { $draws } times from its range, most often near the centre of its prior.
uncertainty-method-draws = Each draw is simulated for all arms on the same families, and has families of its own. Intervals on this page hold the chance of the draws.
uncertainty-noise = Each draw holds chance of the simulation.
uncertainty-noise-share = Each draw holds chance of the simulation (at most { $share } of the variance between draws).
uncertainty-method-noise = Quantities that look at the best of several arms would take it for knowledge; the draws are therefore pulled towards their mean until only the variance beyond it is left. Tables hold values with and without it.
uncertainty-method-net-benefit = Net benefit is the worth of the outcome less cost, per family. Cost is what the report of a run counts. What one unit is worth is a choice, not a finding: see the acceptability curve.
uncertainty-method-information = The value of knowing a group of parameters is the mean benefit of choosing by what the group alone tells, less that of choosing today; what the group tells is a smooth regression of the benefit on it (Strong, Oakley and Brennan 2014). "By chance alone" is what the same method finds when the values of the group are dealt out to the draws anew.
uncertainty-method-boxes = Boxes are found by the patient rule induction method (Friedman and Fisher 1999; Bryant and Lempert 2010) among the draws in which the favourite is not the best; quasi-p is the probability of as many failures if a limit did nothing.
uncertainty-limits-ranges = Ranges are our judgement; probabilities follow from them and from the structure of the model, which is not varied here.
uncertainty-limits-calibrated = Probabilities follow from the calibrated sample: from its targets, from ranges that are our judgement, and from the structure of the model, which is not varied here.
uncertainty-limits-prices = Prices and the worth of the outcome are held fixed within a draw.
uncertainty-limits-one-family = The value of information is for one family. A decision that concerns many families is worth as many times more.
