"""Errors that cross the rooms."""


class VerstakError(Exception):
    """The parent of our own errors."""


class Moved(VerstakError):
    """A record that a change touches was changed by somebody else since it was read: decide again.

    `keys` are the (entity type, id) pairs that moved.
    """

    def __init__(self, keys: list[tuple[str, int]]) -> None:
        super().__init__(f"moved: {keys}")
        self.keys = keys


class RevisionMoved(VerstakError):
    """The running revision is another than the one that a command was decided under: decide again under the new one."""


class NotFound(VerstakError):
    """No such record, or none that this person may know of: both look the same."""
