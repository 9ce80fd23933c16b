### One sentence under each figure on what it shows.

takeaways-placement = Between { $low } and { $high } lie { $families } families per 1000 at week { $week }; in { $high }, half of the placements come by week { $half }.
takeaways-placement-one = Half of the families placed by week { $week } are placed by week { $half }.
takeaways-placement-same = Placement by week { $week } is about the same in all arms ({ $share }); half of the placements come by week { $half }.

takeaways-both-same = Completion and placement are each about the same in all arms.
takeaways-completion-same = Completion is about the same in all arms; by the estimates, placement is lowest in { $placed }.
takeaways-placed-same = By the estimates, completion is highest in { $completed }; placement is about the same in all arms.
takeaways-both-best = By the estimates, { $arm } has both the highest completion and the lowest placement.
takeaways-ranked-apart = By the estimates, completion is highest in { $completed }, but placement is lowest in { $placed }: the two outcomes do not rank the arms alike.

takeaways-contrasts = In placement, { $placed } of { $compared } arms can be told apart from { $reference }, and { $completed } of { $compared_completed } in completion.
takeaways-contrasts-placed = In placement, { $placed } of { $compared } arms can be told apart from { $reference }.
takeaways-contrasts-one-replicate = One replicate: the points show what this run gave, not what is established.

takeaways-exits = By week { $week }, { $parts }.
takeaways-exits-same = { $exit ->
    [completed] completion is about the same in all arms ({ $share })
   *[dropped_out] dropout is about the same in all arms ({ $share })
}
takeaways-exits-between = { $exit ->
    [completed] completion runs from { $low } to { $high }
   *[dropped_out] dropout runs from { $low } to { $high }
}
takeaways-exits-most = { $exit ->
    [completed] completion is most common in { $arm } ({ $share })
   *[dropped_out] dropout is most common in { $arm } ({ $share })
}
takeaways-exits-common = The most common outcome in { $arm } is “{ $exit }” ({ $share }).

takeaways-alliance = Among families engaged in week { $week }, mean alliance is strongest in { $high_arm } ({ $high }) and weakest in { $low_arm } ({ $low }).
takeaways-alliance-same = Among families engaged in week { $week }, mean alliance is about the same in all arms ({ $alliance }).
takeaways-alliance-one-replicate = Among families engaged in week { $week }, mean alliance runs from { $low } ({ $low_arm }) to { $high } ({ $high_arm }) in this one replicate.
takeaways-alliance-who-stays = Families with a weak alliance leave, so the mean also rises by who stays.

takeaways-dose = A family that starts attends from { $low } visits ({ $low_arm }) to { $high } ({ $high_arm }).
takeaways-dose-one = A family that starts attends { $visits } visits.
takeaways-dose-same = A family that starts attends about the same number of visits in all arms: { $visits }.
takeaways-dose-attended = Of the planned visits, { $share } are attended.

takeaways-cost = A family referred costs least in { $low_arm } (NOK { $low }) and most in { $high_arm } (NOK { $high }).
takeaways-cost-one-replicate = A family referred costs from NOK { $low } ({ $low_arm }) to NOK { $high } ({ $high_arm }) in this one replicate.
takeaways-cost-less = Pair by pair, cost differs most from { $reference } in { $arm }: NOK { $cost } less per family referred.
takeaways-cost-more = Pair by pair, cost differs most from { $reference } in { $arm }: NOK { $cost } more per family referred.
takeaways-cost-alike = Costs differ too little to be told apart.
takeaways-cost-placed = Placement is lowest in { $arm }.
takeaways-cost-placed-also = { $arm } also has the lowest placement.

takeaways-subgroups = In { $arm }, { $low } of families with { $low_group } have a child placed, against { $high } with { $high_group }.

takeaways-capacity = Mean caregiving capacity in week { $week } ranges from { $low } ({ $low_arm }) to { $high } ({ $high_arm }), counting all families referred.
takeaways-capacity-same = Mean caregiving capacity in week { $week } is about the same in all arms ({ $capacity }), counting all families referred.
