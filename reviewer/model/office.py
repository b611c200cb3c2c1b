"""An office's own units and what they are called for short."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its full name, with the short forms that documents use for it."""

    name: str
    short_forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """The units that an office writes about."""

    units: tuple[Unit, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every full and short name, in order."""
        return tuple(name for unit in self.units for name in (unit.name, *unit.short_forms))

    @property
    def full_names(self) -> dict[str, str]:
        """The full name by short form; what several units are called stands for the first."""
        return {short: unit.name for unit in reversed(self.units) for short in unit.short_forms}


NO_OFFICE = Office()
