"""The systems that are measured, behind one interface."""
