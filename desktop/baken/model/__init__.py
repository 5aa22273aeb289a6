"""What staff record, as plain frozen data: records, commands, what screens read, code lists, the catalogue's logic.

Nothing here touches a database, a key or a widget; only `resources` reads files, and only those that ship with us.
"""
