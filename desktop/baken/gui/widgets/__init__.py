"""Widgets of the design system: plain data in, plain signals out; none knows the runner or the Workspace."""
