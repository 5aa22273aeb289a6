"""What people do in these tests, in the words of the domain."""

from baken.model import commands
from baken.model.ids import EntityId
from baken.model.records import Observation, When
from baken.work.workspace import Workspace

YESTERDAY = When(start="2026-03-13T23:40")


def trust(workspace: Workspace, other: Workspace) -> None:
    """Take in a site's card, with its fingerprint compared by telephone."""
    command = commands.TrustSite(card=other.own_card(), fingerprint=other.own_fingerprint(), confirmed_how="telefoon")
    workspace.execute(command)


def youth(workspace: Workspace, alias: str, name: str = "") -> EntityId:
    """Make a dossier."""
    return EntityId(workspace.execute(commands.CreateDossier(alias=alias, name=name)).id)


def piece(workspace: Workspace, text: str, *about: EntityId) -> EntityId:
    """Record a piece of yesterday."""
    command = commands.RecordObservation(observation=Observation(text=text, when=YESTERDAY), about=about)
    return EntityId(workspace.execute(command).id)


def correct(workspace: Workspace, entity: EntityId, text: str, why: str) -> None:
    """Correct the version that counts now."""
    entry = workspace.observation(entity).versions[0].entry
    observation = Observation(text=text, when=YESTERDAY)
    workspace.execute(commands.CorrectObservation(entity=entity, corrects=entry, observation=observation, why=why))
