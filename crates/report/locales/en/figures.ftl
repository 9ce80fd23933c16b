### The figures of a run.

figures-weeks-since-referral = weeks since referral
figures-line-interval = Lines: intervals.
figures-no-helper = no helper measure
figures-left-out = Left out, because no family starts a helper measure there: { $arms }.
figures-completed-of-started = Completed, of families that started
figures-families-placed = Families with a child placed

figures-placement-title = How many families have had a child placed?
figures-placement-subtitle = Share of families with a first out-of-home placement, by weeks since referral.
figures-placement-shading = Shaded: interval.
figures-share-of-families = share of families
figures-placement-bands = Bands are for each arm alone; the paired differences are in the figure of contrasts.
figures-placement-one-band = With this many arms, only the band of { $reference } is drawn. It is for that arm alone; the paired differences are in the figure of contrasts.

figures-dots-title = Completion and placement, arm by arm
figures-dots-subtitle = By week { $week }. Families that complete more are not always placed less.

figures-contrasts-title = How far is each arm from { $reference }?
figures-contrasts-subtitle = Differences by week { $week }: the same families under both arms, arm less reference.
figures-contrasts-placed = Families placed, per 1000
figures-contrasts-completed = Completed, per 1000 started
figures-contrasts-weeks-in-care = Weeks in care per family
figures-contrasts-cost = Cost per family, 1000 NOK
figures-key-clear = interval excludes 0
figures-key-unclear = interval holds 0: cannot be told apart

figures-exits-title = How do families leave the measure?
figures-exits-subtitle = Of families that started, the share that has left in each way (cumulative; the layers add to 100%).

figures-alliance-trust-title = Alliance and trust by week
figures-alliance-trust-subtitle = 0 is none, 1 is full. Alliance is of families engaged in that week: those who left are not in it. Trust is of all families.
figures-capacity-stress-title = How do caregiving capacity and stress move?
figures-capacity-stress-subtitle = 0 is lowest, 1 is highest. All families, also those who left the measure or never started.
figures-key-median = the family in the middle (median)
figures-key-percentiles = 8 in 10 families (10th to 90th percentile)

figures-dose-title = How much help do families receive?
figures-dose-subtitle = Visits per family that started, by week { $week }. Between planned and delivered lie absence and overload of helpers; between delivered and attended, visits the family missed.
figures-dose-planned = planned
figures-dose-delivered = delivered
figures-dose-attended = attended
figures-dose-values = attended / planned · share
figures-dose-axis = visits per family that started

figures-cost-title = What does it cost, and what comes of it?
figures-cost-subtitle = Cost per family referred against outcomes, by week { $week }.
figures-cost-axis = cost per family, 1000 NOK
figures-cost-note = Cost counts visits when attended (with travel and administration), compensating measures and weeks in care. Missed visits, boarding in residential stays and training are not priced. Other costs and later savings are not in it.

figures-subgroups-title = Is it the same for all families?
figures-subgroups-subtitle = Placement and completion by week { $week }, by risk factors at referral and by quarter of adversity.
figures-subgroups-placed-risk_factors = Placed by risk factors
figures-subgroups-placed-adversity_quartile = Placed by adversity
figures-subgroups-completed-risk_factors = Completed by risk factors
figures-subgroups-completed-adversity_quartile = Completed by adversity
