"""The central registry's mailbox: it keeps sealed bundles for sites until they have fetched them.

It can open none of them and knows no names: only site ids, laptop keys, padded sizes and times.
"""
