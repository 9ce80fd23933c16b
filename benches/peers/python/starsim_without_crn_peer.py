"""starsim with common random numbers turned off: quicker, but agents share one stream."""

import starsim as ss
from starsim_peer import main

if __name__ == "__main__":
    ss.options.crn = False
    main("starsim_without_crn")
