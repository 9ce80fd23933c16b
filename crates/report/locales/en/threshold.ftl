### The page of a search for thresholds: how far each assumption may move before the order of two arms turns.

## Name, question, intervals

threshold-name = thresholds
threshold-asked = How far may each assumption move before the order of { $arms } turns? Outcome: { $outcome }.

## The answer

threshold-ahead = { $arm } ahead
threshold-has-more = { $arm } has more
threshold-stays-ahead = { $ahead } stays ahead of { $behind } in { $outcome }
threshold-has-more-than = { $ahead } has more { $outcome } than { $behind }
threshold-start = { $first } less { $second }: { $difference }
threshold-condition = { $name } { $side ->
    [above] rises above
   *[below] falls below
} { $value }
threshold-condition-interval = { threshold-condition } ({ $interval })
threshold-or = { $first }, or { $last }
threshold-answer-unclear = Which of { $first } and { $second } is ahead in { $outcome } cannot be told under the default assumptions ({ $start }), so there is no order that could turn.
threshold-answer-fades = No assumption clearly turns the order of { $first } and { $second } in { $outcome } alone ({ $start }), but along { $fades } of { $moved } it can no longer be told from chance.
threshold-answer-holds = { $order }, whichever of the { $moved } assumptions is moved alone within its range ({ $start }).
threshold-answer-turns = { $order } ({ $start }) unless { $conditions }.
threshold-answer-turns-more = { $order } ({ $start }) unless { $conditions }, or { $more } further assumptions move farther.
threshold-confirmed-turns = { $confirmed } of { $turns } turns were confirmed by simulating both sides of the value with other random numbers.
threshold-not-confirmed = Not confirmed, and best looked at with more families: { $parameters }.
threshold-fading = Along { $count }, the order does not turn but can no longer be told from chance somewhere in the range.

## Ranges

threshold-ranges-heading = How far may each assumption move?
threshold-ranges-turn = { $count } of { $moved } assumptions can turn the order alone; the soonest does so after { $share } of the way to the end of its range.
threshold-ranges-unconfirmed = None of { $moved } assumptions turns the order alone in a way that other random numbers confirm.
threshold-ranges-hold = None of { $moved } assumptions turns the order alone.
threshold-ranges-title = How far may each assumption move before the order turns?
threshold-ranges-subtitle = Each bar is the range of one assumption, moved alone, by how soon it turns the order of { $first } and { $second } in { $outcome }.
threshold-ranges-reading = From the dot, follow the bar to either side: where its colour changes, the order of the arms is another one. Numbers at the ends are the ends of the range, the number to the right is the turn that is nearest to the start, with its 95% interval.
threshold-no-order = no order at start
threshold-becomes-unclear = becomes unclear
threshold-never-turns = never turns
threshold-left-out = { $count } more do not turn the order; they stand in the table.

## Keys of figures

threshold-key-unclear = cannot be told
threshold-key-start = start
threshold-key-turn = turn
threshold-key-line = order turns
threshold-key-interval = 95% interval

## Tables

threshold-turns-table = Where the order turns
threshold-turns-table-note = Way: how far from the start to the end of the range on that side. Confirmed: both sides of the turn were simulated with other random numbers; "clearly" when both intervals exclude zero.
threshold-all-table = Every assumption that was moved
threshold-rank = Rank
threshold-assumption = Assumption
threshold-grade = Grade
threshold-low = Low
threshold-start-value = Start
threshold-high = High
threshold-turns-at = Turns at
threshold-way = Way
threshold-before = Difference before
threshold-beyond = Difference beyond
threshold-confirmed-heading = Confirmed
threshold-way-down = On the way down
threshold-way-up = On the way up
threshold-finding = { $finding ->
    [turns] turns at { $value }
    [fades] unclear from { $value }
    [settles] clear from { $value }
    [holds] holds
    [unclear] unclear throughout
   *[no_room] starts at this end
}
threshold-confirmed = { $confirmed ->
    [clearly] clearly
    [yes] yes
   *[no] no
}

## Profiles

threshold-profiles-heading = How does the difference change on the way?
threshold-profiles-turn = The difference changes sign soonest when { $condition }.
threshold-profiles-hold = No confirmed change of sign was found along any assumption; these bring the difference nearest to zero.
threshold-profiles-title = How does { $first } less { $second } change on the way?
threshold-profiles-subtitle = { $outcome }, { $unit }.{ " " }
threshold-profiles-reading = Each panel moves one assumption over its range (numbers at its ends). Above the line at 0, { $first } has more; below it, { $second }.

## Planes

threshold-planes-heading = Two assumptions at a time
threshold-planes-turn = The order turns in { $count } of { $planes } planes; over all points of these planes it holds clearly in { $kept } and is clearly the other way in { $turned }.
threshold-planes-title = Where does the order turn when two assumptions move?
threshold-planes-reading = Each square is one point that was simulated. The line joins the places where the mean difference is zero; grey squares cannot be told from zero.

## Method and limits

threshold-method-search = One assumption moves from its start to either end of its range while everything else stays. First the difference between the arms is worked out on a coarse grid over the whole range, because it need not rise or fall all the way; the nearest change of sign on either side of the start is then closed in on, by turns with a straight line and by halving, until what is left is far narrower than what chance makes uncertain. Ranges whose ends lie a factor of 20 or more apart are walked on the logarithm.
threshold-method-interval = The interval of a turning value holds the values around it at which the difference cannot be told from zero, replicate by replicate. It is open where the range ends first. Each turn is confirmed with random numbers that the search has not used, at both ends of its interval.
threshold-method-planes = Planes are mapped on a grid of 9 by 9 points; the line is straight between them.
threshold-limits-together = One or two assumptions move at a time. Several that move together can turn an order that none of them turns alone.
threshold-limits-range = A range is what we hold plausible; a turn near its end says little about how likely the turn is.
