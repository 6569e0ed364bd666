"""What tests share: real programs as context managers, and waiting."""
