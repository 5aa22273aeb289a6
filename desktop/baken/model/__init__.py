"""What staff record, as plain frozen data: records, commands, what screens read, code lists, the catalogue's logic.

Nothing here touches a file, a database, a key or a widget.
"""
