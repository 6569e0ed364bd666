"""What a person at a browser waits for: how fast figures are drawn."""
