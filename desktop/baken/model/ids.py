"""Names for the identifiers that travel through the programme, all lower-case hexadecimal text."""

from typing import NewType

EntryId = NewType("EntryId", str)  # SHA-256 of an entry's header: 64 hex digits
EntityId = NewType("EntityId", str)  # what a record is about (dossier, observation, signal …): 32 hex digits
PersonId = NewType("PersonId", str)  # a member of staff, the same on every laptop: 32 hex digits
SiteId = NewType("SiteId", str)  # SHA-256 of a site's first public key: 64 hex digits
BundleId = NewType("BundleId", str)  # 32 hex digits
IndicatorId = NewType("IndicatorId", str)  # for example BEH-01
