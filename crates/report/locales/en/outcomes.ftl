### Names of outcomes, of whom they are measured, and of groups of families.

outcome-placed = placed
outcome-placed_again = placed again
outcome-reunified = reunified
outcome-uptake = accepted the offer
outcome-completed = completed
outcome-dropped_out = dropped out
outcome-terminated = ended by the service
outcome-expired = time ran out
outcome-ended_by_placement = ended by placement
outcome-still_engaged = still in the measure
outcome-waiting = waiting
outcome-visits = visits attended
outcome-visits_planned = visits planned
outcome-visits_delivered = visits delivered
outcome-hours = hours with a helper
outcome-hours_planned = hours planned
outcome-hours_delivered = hours delivered
outcome-attended_share = attended of planned visits
outcome-alliance = alliance
outcome-trust = trust
outcome-capacity = capacity
outcome-stress = stress
outcome-wellbeing = child wellbeing
outcome-concern = concern of the service
outcome-danger = danger
outcome-weeks_in_care = weeks in care
outcome-cost_nok = cost, NOK
outcome-cost_visits_nok = cost of visits, NOK
outcome-cost_compensating_nok = cost of compensating measures, NOK
outcome-cost_care_nok = cost of care, NOK
outcome-helper_hours = helper hours
outcome-risk_factors = risk factors at referral
outcome-weeks_waited = weeks waited

unit-family = families
unit-child = children
unit-started = families that started
unit-offered = families offered it

group-risk-factors = { $number } risk factors
group-risk-factors-or-more = { $number } or more risk factors
group-least-adversity = least adversity (quarter 1)
group-most-adversity = most adversity (quarter 4)
group-adversity = quarter { $quarter }
