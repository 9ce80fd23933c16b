"""What the reduced workload must give, worked out without random numbers.

Who is absorbed depends on risk alone, and risk is a Gaussian autoregression started
uniformly in [0, 1]. The chance of still acting after k steps, as a function of the
risk one starts with, follows from that of k - 1 steps by one integral over a normal
number. Both are smooth, so Chebyshev points for risk and evenly spaced ones for the
normal number give it to twelve digits.
"""

from dataclasses import dataclass
from math import cos, exp, pi, sqrt

from python.workload import BASE_HAZARD, NOISE, RISK_CENTRE, RISK_PULL

# Risk stays well inside: its stationary standard deviation is 0.05.
LOWEST_RISK, HIGHEST_RISK = -0.6, 1.6
CHEBYSHEV_POINTS = 24
# Standard normal quadrature by the trapezium rule, which converges as fast as
# Gauss-Hermite for an integrand that dies out at both ends.
NORMAL_STEP, NORMAL_REACH = 0.25, 32


@dataclass(frozen=True)
class Expectation:
    """Means and standard deviations for one agent."""

    absorbed: float
    absorbed_deviation: float
    agent_steps: float
    agent_steps_deviation: float


def expected(steps: int) -> Expectation:
    """The expectation for one agent over `steps` steps."""
    acting = still_acting(steps)
    absorbed = 1.0 - acting[steps]
    # An agent takes step k + 1 when it still acts after k.
    taken = sum(acting[:steps])
    taken_squared = sum((2 * k + 1) * acting[k] for k in range(steps))
    return Expectation(
        absorbed,
        sqrt(absorbed * (1.0 - absorbed)),
        taken,
        sqrt(taken_squared - taken * taken),
    )


def still_acting(steps: int) -> list[float]:
    """The chance that an agent still acts after 0, 1, ... `steps` steps."""
    middle = 0.5 * (LOWEST_RISK + HIGHEST_RISK)
    half = 0.5 * (HIGHEST_RISK - LOWEST_RISK)
    points = [
        middle + half * cos(pi * (index + 0.5) / CHEBYSHEV_POINTS)
        for index in range(CHEBYSHEV_POINTS)
    ]
    normals = [NORMAL_STEP * index for index in range(-NORMAL_REACH, NORMAL_REACH + 1)]
    weights = [NORMAL_STEP * exp(-0.5 * z * z) / sqrt(2.0 * pi) for z in normals]

    # One step as a matrix: from values at the points to values at the points.
    matrix = []
    for risk in points:
        row = [0.0] * CHEBYSHEV_POINTS
        for z, weight in zip(normals, weights):
            moved = risk + RISK_PULL * (RISK_CENTRE - risk) + NOISE * z
            survives = 1.0 - BASE_HAZARD * exp(moved)
            for index, share in enumerate(interpolation(points, moved)):
                row[index] += weight * survives * share
        matrix.append(row)
    # The mean over risks uniform in [0, 1], by Simpson's rule.
    pieces = 200
    start = [0.0] * CHEBYSHEV_POINTS
    for piece in range(pieces + 1):
        weight = (1 if piece in (0, pieces) else 4 if piece % 2 else 2) / (3 * pieces)
        for index, share in enumerate(interpolation(points, piece / pieces)):
            start[index] += weight * share

    values = [1.0] * CHEBYSHEV_POINTS
    chances = [1.0]
    for _ in range(steps):
        values = [sum(a * b for a, b in zip(row, values)) for row in matrix]
        chances.append(sum(a * b for a, b in zip(start, values)))
    return chances


def interpolation(points: list[float], at: float) -> list[float]:
    """Weights of the values at the points in the polynomial's value elsewhere."""
    shares = []
    for index, point in enumerate(points):
        if at == point:
            return [float(other == index) for other in range(len(points))]
        angle = pi * (index + 0.5) / len(points)
        sign = -1.0 if index % 2 else 1.0
        # sin(angle) without a cancellation at the ends.
        shares.append(sign * cos(pi / 2 - angle) / (at - point))
    total = sum(shares)
    return [share / total for share in shares]


if __name__ == "__main__":
    print(expected(260))
