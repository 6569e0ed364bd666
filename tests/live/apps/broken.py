"""Fails, always."""

raise LookupError("the database is on holiday")
