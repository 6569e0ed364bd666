"""What is measured, a group of figures a module."""
