### The table at the end of a run. The week stands below the words.

terminal-placed-by = placed by
terminal-completed-by = completed by
terminal-cost = NOK per family,
terminal-week = week { $week }
