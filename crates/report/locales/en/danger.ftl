### Whether danger goes with placement.

danger-lower = { $arm } { $share } lower
danger-higher = { $arm } { $share } higher
danger-at-most = at most { $share } in { $arms } arms
danger-hardly-differs-fewer = Danger itself hardly differs in week { $week } ({ $sizes }): fewer placements are no sign here that homes became safer. What the service sees and believes, and cooperation, move placement too.
danger-hardly-differs = Danger itself hardly differs in week { $week } ({ $sizes }): the difference in placement is no sign here of how safe homes are. What the service sees and believes, and cooperation, move placement too.
danger-along = Danger differs in the same direction as placement: { $arms }.
danger-against = Danger differs the other way than placement: { $arms }.
danger-unclear = Whether danger differs too cannot be told here: { $arms }.
