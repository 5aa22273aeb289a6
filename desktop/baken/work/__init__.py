"""Use cases: what the window and the command line ask for, carried out on an open vault.

Commands are checked, written in one transaction and answered with what moved; queries give plain answers. Nothing
here knows Qt, a terminal or a sentence.
"""
