"""Why two claims are, or are not, taken to speak of one event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeatureEvidence:
    """What one feature says about two claims.

    Attributes:
        name: The feature, such as ``place``.
        a: What the first claim says, in words; None when it says nothing.
        b: What the second claim says.
        likeness: From 0, apart, to 1, alike; None when one of the two says nothing.
        weight: Log-odds that it adds to the total.
    """

    name: str
    a: str | None
    b: str | None
    likeness: float | None
    weight: float

    @property
    def values(self) -> str:
        """What the two say, side by side."""
        if not self.a and not self.b:
            return "neither tells"
        return f"{self.a or 'not told'} / {self.b or 'not told'}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole reckoning for two claims.

    Attributes:
        a: The first claim's number.
        b: The second claim's number.
        setting: In what the two stand: ``alone``, ``article`` or ``texts``.
        base: Log-odds before anything is compared.
        features: Each feature with both values, its likeness and its weight.
        total: Log-odds that the two speak of one event: the base and all weights.
        probability: The same from 0 to 1.
        merge: The probability from which claims are put together.
        suggest: The probability from which a human is asked.
        verdict: What a human said or what follows from it: ``same``, ``different``, ``unsure``.
        compared: Whether grouping compares the two at all: it does where places and days are near,
            in one article, and where texts are alike.
    """

    a: int
    b: int
    setting: str
    base: float
    features: tuple[FeatureEvidence, ...]
    total: float
    probability: float
    merge: float
    suggest: float
    verdict: str | None = None
    compared: bool = True
